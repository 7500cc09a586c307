#pragma once

#include <string_view>

#include "export/output_buffer.hpp"

namespace guanxi {

/// Writes a text for an XML element or an attribute in quotation marks. What stands in well-formed UTF-8 but not in XML
/// 1.0 is shown: a control character by its picture (U+0001 by U+2401), U+FFFE and U+FFFF by U+FFFD. Line breaks and
/// tabs are written as references, so that no parser takes them for blanks.
void put_xml(OutputBuffer& out, std::string_view text);

}  // namespace guanxi
