#pragma once

#include <string_view>

#include "core/schema.hpp"

namespace guanxi {

/// How a kind of entity looks. Shapes differ, so that a print in grey can be read; fills are pale and differ in
/// lightness as well as hue.
struct KindStyle {
    std::string_view shape;
    std::string_view style;
    std::string_view fill;
    std::string_view line;
    std::string_view peripheries = "1";
};

/// How a fact looks, by what is said of it.
struct LineStyle {
    std::string_view style;
    std::string_view width;
    std::string_view colour;
};

[[nodiscard]] const KindStyle& kind_style(EntityType type);
[[nodiscard]] const LineStyle& line_style(Status status);

/// How a fact that the text denies looks.
[[nodiscard]] const LineStyle& denied_style();

/// The font of all labels, with what to fall back to where a picture is looked at.
inline constexpr std::string_view font_families =
    "WenQuanYi Micro Hei, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif";

inline constexpr std::string_view text_colour = "#1A1A1A";
inline constexpr std::string_view faint_colour = "#5F6368";
inline constexpr std::string_view frame_colour = "#B8BEC6";
inline constexpr std::string_view frame_fill = "#F8F9FA";

}  // namespace guanxi
