#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace guanxi {

/// Who a server is asked as: a user with a password, a token, or nobody.
struct Credentials {
    std::string user, password, token;
};

/// From the environment: GUANXI_USER and GUANXI_PASSWORD, or GUANXI_TOKEN. Throws Error where they do not go together.
[[nodiscard]] Credentials credentials_from_environment();

struct HttpRequest {
    std::string method;  ///< `PUT`, `POST`
    std::string url;
    std::string content_type;
    std::string_view body;
};

/// How long and how often a server is tried.
struct Patience {
    unsigned retries = 4;
    std::chrono::milliseconds first_wait{500};  ///< doubled each time
    std::chrono::seconds timeout{300};          ///< of one try
};

/// A connection to a server by HTTP/1.1.
class HttpClient {
public:
    /// `note` is told, in a line, why it tries again.
    HttpClient(Credentials credentials, Patience patience, std::function<void(const std::string&)> note);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// The body of the answer of a server that says yes (2xx). Tries again where the connection fails or the server
    /// says that it failed (5xx) or is busy (429). Throws Error with the server's words where it says no; redirections
    /// are not followed.
    std::string send(const HttpRequest& request);

private:
    struct Answer;
    [[nodiscard]] Answer try_once(const HttpRequest& request);
    [[nodiscard]] std::string refusal(const HttpRequest& request, const Answer& answer) const;

    struct Handle;
    std::unique_ptr<Handle> handle_;
    Credentials credentials_;
    Patience patience_;
    std::function<void(const std::string&)> note_;
};

/// A text as a value in a URL's query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// The URL without its query, for messages.
[[nodiscard]] std::string shown_url(std::string_view url);

/// Throws UsageError for what is no http or https URL with a host, or has a user or a password in it.
void check_url(const std::string& url);

}  // namespace guanxi
