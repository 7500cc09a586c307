#include "core/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "core/error.hpp"

namespace guanxi {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw Error("SHA-256 failed in the cryptographic library");
    }
    static constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += hex[byte >> 4U];
        text += hex[byte & 15U];
    }
    return text;
}

}  // namespace guanxi
