#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace guanxi {

/// A server on a free port of loopback that gives the answers it was told, one a request, and remembers what it was
/// asked. An empty answer closes the connection; behind the last, each request gets 204.
class HttpServer {
public:
    explicit HttpServer(std::vector<std::string> answers) : answers_(std::move(answers)) {
        listening_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        ::bind(listening_, reinterpret_cast<sockaddr*>(&at), size);
        ::listen(listening_, 8);
        ::getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size);
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~HttpServer() {
        ::shutdown(listening_, SHUT_RDWR);
        ::close(listening_);
        thread_.join();
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }
    /// The requests so far: head and body.
    [[nodiscard]] std::vector<std::string> requests() {
        const std::lock_guard lock(mutex_);
        return requests_;
    }

    static std::string answer(const std::string& status, const std::string& body, const std::string& headers = {}) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
               body;
    }

private:
    // Connections are closed after each answer: one request, one connection.
    void serve() {
        for (int connection = ::accept(listening_, nullptr, nullptr); connection >= 0;
             connection = ::accept(listening_, nullptr, nullptr)) {
            std::string request = read_request(connection);
            std::string answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
            {
                const std::lock_guard lock(mutex_);
                if (requests_.size() < answers_.size()) answer = answers_[requests_.size()];
                requests_.push_back(std::move(request));
            }
            const std::size_t head = answer.find("\r\n");
            if (head != std::string::npos) answer.insert(head, "\r\nConnection: close");
            static_cast<void>(::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL));
            ::shutdown(connection, SHUT_RDWR);
            ::close(connection);
        }
    }
    static std::string read_request(int connection) {
        std::string text;
        std::size_t whole = std::string::npos;
        char block[4096];
        while (text.size() < whole) {
            const ssize_t size = ::recv(connection, block, sizeof block, 0);
            if (size <= 0) break;
            text.append(block, static_cast<std::size_t>(size));
            const std::size_t head = text.find("\r\n\r\n");
            const std::size_t length = text.find("Content-Length: ");
            if (head == std::string::npos) continue;
            whole = head + 4 + (length < head ? std::stoul(text.substr(length + 16)) : 0);
        }
        return text;
    }

    std::vector<std::string> answers_;
    std::vector<std::string> requests_;
    std::mutex mutex_;
    int listening_ = -1;
    int port_ = 0;
    std::thread thread_;
};

}  // namespace guanxi
