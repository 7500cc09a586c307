#include <cstdlib>
#include <string>

#include "core/error.hpp"
#include "extract/tagger.hpp"
#include "extract/tagger_kernel.hpp"

#ifdef __x86_64__
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace guanxi {

namespace {

#ifdef __x86_64__

// The kernel gives a process the tile registers on request (arch_prctl ARCH_REQ_XCOMP_PERM, the tiles' data).
bool ask_for_tiles() {
    constexpr long request_permission = 0x1023, tile_data = 18;
    return syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
}

bool has_amx() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned tiles = 1U << 24U, tiles_of_bytes = 1U << 25U;
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
    return (d & tiles) != 0 && (d & tiles_of_bytes) != 0 && ask_for_tiles();
}

bool has(Instructions instructions) {
    const bool avx2 = __builtin_cpu_supports("avx2") != 0;
    const bool vnni = avx2 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                      __builtin_cpu_supports("avx512vnni") != 0;
    switch (instructions) {
        case Instructions::portable:
            return true;
        case Instructions::avx2:
            return avx2;
        case Instructions::avx512_vnni:
            return vnni;
        case Instructions::amx:
            return vnni && has_amx();
    }
    return false;
}

#else

bool has(Instructions instructions) {
    return instructions == Instructions::portable;
}

#endif

constexpr std::array all{Instructions::portable, Instructions::avx2, Instructions::avx512_vnni, Instructions::amx};

}  // namespace

std::string_view id(Instructions instructions) {
    switch (instructions) {
        case Instructions::portable:
            return "portable";
        case Instructions::avx2:
            return "avx2";
        case Instructions::avx512_vnni:
            return "avx512_vnni";
        case Instructions::amx:
            return "amx";
    }
    return {};
}

Instructions choose_instructions() {
    const char* const wanted = std::getenv("GUANXI_INSTRUCTIONS");
    auto best = Instructions::portable;
    for (const Instructions instructions : all) {
        const bool present = has(instructions);
        if (wanted != nullptr && id(instructions) == wanted) {
            if (present) return instructions;
            throw Error(std::string("GUANXI_INSTRUCTIONS: this machine has no ") + wanted);
        }
        if (present) best = instructions;
    }
    if (wanted != nullptr) {
        throw Error(std::string("GUANXI_INSTRUCTIONS: no such instructions: ") + wanted +
                    "; there are portable, avx2, avx512_vnni and amx");
    }
    return best;
}

const Kernel& kernel_of(Instructions instructions) {
    if (!has(instructions)) throw Error("this machine has no " + std::string(id(instructions)));
#ifdef __x86_64__
    switch (instructions) {
        case Instructions::portable:
            break;
        case Instructions::avx2:
            return avx2_kernel();
        case Instructions::avx512_vnni:
            return avx512_vnni_kernel();
        case Instructions::amx:
            return amx_kernel();
    }
#endif
    return portable_kernel();
}

}  // namespace guanxi
