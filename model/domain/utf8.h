#pragma once

#include <cstddef>
#include <string_view>

namespace signalbox {

// True for well-formed UTF-8 as Unicode defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

// The longest beginning of at most `bytes` bytes that cuts no character in two.
std::string_view cutUtf8(std::string_view text, std::size_t bytes);

}
