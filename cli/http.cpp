#include "cli/http.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <thread>
#include <utility>

#include "cli/printable.hpp"
#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t most_answer = std::size_t{1} << 24U;
constexpr std::size_t most_words = 300;  // of a server, in a message

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::size_t collect(char* data, std::size_t, std::size_t size, void* into) {
    auto& text = *static_cast<std::string*>(into);
    if (text.size() + size <= most_answer) text.append(data, size);
    return size;
}

// The words of an answer: without the tags of a page, on one line, not too many.
std::string words_of(std::string_view body) {
    std::string text;
    bool tag = false;
    for (const char c : body.substr(0, 20 * most_words)) {
        if (c == '<')
            tag = body.find("<html") != std::string_view::npos || body.find("<HTML") != std::string_view::npos;
        const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!tag && !(blank && (text.empty() || text.back() == ' '))) text += blank ? ' ' : c;
        if (c == '>') tag = false;
    }
    const std::size_t invalid = find_invalid_utf8(text);
    if (invalid != std::string::npos) text.resize(invalid);
    if (text.size() > most_words) {
        std::size_t end = most_words;
        while (!is_boundary(text, end)) --end;
        text = text.substr(0, end) + " …";
    }
    while (text.ends_with(' ')) text.pop_back();
    return printable(text);
}

// A message of curl without how long it took, which is another time each time.
std::string without_time(std::string text) {
    const std::size_t begin = text.find(" after ");
    const std::size_t end = text.find(" ms", begin == std::string::npos ? 0 : begin);
    return begin == std::string::npos || end == std::string::npos ? text : text.erase(begin, end + 3 - begin);
}

// Whether the same request may succeed later: the connection failed, the server has troubles of its own or is busy.
bool may_pass(long status) {
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

bool is_connection_failure(CURLcode code) {
    switch (code) {
        case CURLE_COULDNT_CONNECT:
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_GOT_NOTHING:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
            return true;
        default:
            return false;
    }
}

}  // namespace

Credentials credentials_from_environment() {
    Credentials found{from_environment("GUANXI_USER"), from_environment("GUANXI_PASSWORD"),
                      from_environment("GUANXI_TOKEN")};
    if (found.user.empty() != found.password.empty()) {
        throw Error("GUANXI_USER and GUANXI_PASSWORD go together; the environment has one of them");
    }
    if (!found.user.empty() && !found.token.empty()) {
        throw Error("the environment has GUANXI_USER and GUANXI_TOKEN; which of them? Unset one");
    }
    return found;
}

struct HttpClient::Answer {
    CURLcode code = CURLE_OK;
    long status = 0;
    std::string problem;  // of the connection
    std::string body;
    [[nodiscard]] bool good() const { return code == CURLE_OK && status >= 200 && status < 300; }
    [[nodiscard]] bool may_pass_later() const {
        return code == CURLE_OK ? may_pass(status) : is_connection_failure(code);
    }
};

struct HttpClient::Handle {
    CURL* curl = curl_easy_init();
    Handle() = default;
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

HttpClient::HttpClient(Credentials credentials, Patience patience, std::function<void(const std::string&)> note)
    : handle_(std::make_unique<Handle>()),
      credentials_(std::move(credentials)),
      patience_(patience),
      note_(std::move(note)) {
    if (handle_->curl == nullptr) throw Error("there is not enough memory for a connection");
}

HttpClient::~HttpClient() = default;

HttpClient::Answer HttpClient::try_once(const HttpRequest& request) {
    CURL* curl = handle_->curl;
    curl_easy_reset(curl);  // keeps the connection
    Answer answer;
    std::array<char, CURL_ERROR_SIZE> problem{};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, 10L);
    set(CURLOPT_TIMEOUT, static_cast<long>(patience_.timeout.count()));
    set(CURLOPT_ERRORBUFFER, problem.data());
    set(CURLOPT_WRITEFUNCTION, collect);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&answer.body));
    set(CURLOPT_POST, 1L);
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.data());
    // A server that asks for Digest gets no password in plain text.
    if (!credentials_.user.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
        set(CURLOPT_USERNAME, credentials_.user.c_str());
        set(CURLOPT_PASSWORD, credentials_.password.c_str());
    }
    if (!credentials_.token.empty()) {
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
        set(CURLOPT_XOAUTH2_BEARER, credentials_.token.c_str());
    }
    curl_slist* headers = nullptr;
    for (const std::string& header : {"Content-Type: " + request.content_type,
                                      std::string("Accept: application/json, */*"), std::string("Expect:")}) {
        headers = curl_slist_append(headers, header.c_str());
    }
    set(CURLOPT_HTTPHEADER, headers);
    answer.code = curl_easy_perform(curl);
    curl_slist_free_all(headers);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer.status);
    if (answer.code != CURLE_OK) {
        answer.problem = without_time(problem.front() != '\0' ? problem.data() : curl_easy_strerror(answer.code));
    }
    return answer;
}

std::string HttpClient::send(const HttpRequest& request) {
    std::chrono::milliseconds wait = patience_.first_wait;
    for (unsigned round = 0;; ++round) {
        Answer answer = try_once(request);
        if (answer.good()) return std::move(answer.body);
        const std::string refused = refusal(request, answer);
        if (!answer.may_pass_later()) throw Error(refused);
        if (round == patience_.retries) {
            throw Error(round == 0 ? refused : fmt::format("{}\ntried {} times", refused, round + 1));
        }
        note_(fmt::format("{}; trying again", refused.substr(0, refused.find('\n'))));
        std::this_thread::sleep_for(wait);
        wait *= 2;
    }
}

std::string HttpClient::refusal(const HttpRequest& request, const Answer& answer) const {
    const std::string url = shown_url(request.url);
    if (answer.code != CURLE_OK) return fmt::format("{}: {}", url, printable(answer.problem));
    const std::string words = words_of(answer.body);
    std::string text = fmt::format("{}: the server says {}{}{}", url, answer.status, words.empty() ? "" : ": ", words);
    if (answer.status == 401 || answer.status == 403) {
        text += credentials_.user.empty() && credentials_.token.empty()
                    ? "\nlet the environment variables GUANXI_USER and GUANXI_PASSWORD, or GUANXI_TOKEN, say who asks"
                    : "\nit does not let this user or token do so";
    }
    if (answer.status >= 300 && answer.status < 400) text += "\nit wants to be asked at another address";
    if (answer.status == 404 || answer.status == 405) text += "\nis this the address that takes graphs?";
    return text;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("-._~").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

std::string shown_url(std::string_view url) {
    return printable(url.substr(0, url.find_first_of("?#")));
}

void check_url(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
    const auto part = [&](CURLUPart which) {
        char* text = nullptr;
        if (curl_url_get(parsed.get(), which, &text, 0) != CURLUE_OK) return std::string();
        std::string copy = text;
        curl_free(text);
        return copy;
    };
    const bool web = url.starts_with("http://") || url.starts_with("https://");
    if (!web || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        throw UsageError("--to wants the address of a server: http://HOST:PORT/PATH");
    }
    if (!part(CURLUPART_USER).empty() || !part(CURLUPART_PASSWORD).empty()) {
        throw UsageError("a password on the command line can be seen by others; use GUANXI_USER and GUANXI_PASSWORD");
    }
    if (!part(CURLUPART_FRAGMENT).empty()) throw UsageError("the address of a server has no part behind '#'");
}

}  // namespace guanxi
