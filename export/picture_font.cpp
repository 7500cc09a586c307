#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "export/picture.hpp"

namespace guanxi {

namespace {

// In the order of the families that labels name (export/picture_style.hpp), then what else is common.
constexpr std::array<std::string_view, 7> preferred{"WenQuanYi Micro Hei", "Noto Sans CJK SC",   "Microsoft YaHei",
                                                    "PingFang SC",         "Source Han Sans SC", "WenQuanYi Zen Hei",
                                                    "Droid Sans Fallback"};

std::vector<std::string> chinese_families() {
    FcConfig* const config = FcInitLoadConfigAndFonts();
    if (config == nullptr) return {};
    const std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)> keep_config(config, FcConfigDestroy);
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(FcPatternCreate(), FcPatternDestroy);
    const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> objects(
        FcObjectSetBuild(FC_FAMILY, static_cast<char*>(nullptr)), FcObjectSetDestroy);
    const std::unique_ptr<FcLangSet, decltype(&FcLangSetDestroy)> languages(FcLangSetCreate(), FcLangSetDestroy);
    FcLangSetAdd(languages.get(), reinterpret_cast<const FcChar8*>("zh-cn"));
    FcPatternAddLangSet(pattern.get(), FC_LANG, languages.get());
    const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> fonts(
        FcFontList(config, pattern.get(), objects.get()), FcFontSetDestroy);
    std::vector<std::string> families;
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcChar8* family = nullptr;
        for (int n = 0; FcPatternGetString(fonts->fonts[i], FC_FAMILY, n, &family) == FcResultMatch; ++n) {
            families.emplace_back(reinterpret_cast<const char*>(family));
        }
    }
    std::sort(families.begin(), families.end());
    return families;
}

}  // namespace

std::string chinese_font() {
    const std::vector<std::string> families = chinese_families();
    for (const std::string_view family : preferred) {
        if (std::binary_search(families.begin(), families.end(), family)) return std::string(family);
    }
    return families.empty() ? std::string() : families.front();
}

std::string font_warning() {
    if (!chinese_font().empty()) return {};
    return "no font with Chinese characters is installed, so that labels show boxes; install one, for example: apt-get "
           "install fonts-wqy-microhei";
}

}  // namespace guanxi
