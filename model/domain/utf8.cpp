#include "model/domain/utf8.h"

namespace signalbox {
namespace {

unsigned byteAt(std::string_view text, std::size_t place) { return static_cast<unsigned char>(text[place]); }

bool isContinuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

// How many bytes a character that starts with `lead` has; 0 when nothing may start so.
std::size_t lengthFrom(unsigned lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// Some leads narrow the range of the byte that follows them: this is what keeps overlong forms and surrogates out.
bool secondFits(unsigned lead, unsigned second)
{
    switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second <= 0x9F;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second <= 0x8F;
    default: return true;
    }
}

}

bool isUtf8(std::string_view text)
{
    for (std::size_t place = 0; place < text.size();) {
        const unsigned lead = byteAt(text, place);
        const std::size_t length = lengthFrom(lead);
        if (length == 0 || place + length > text.size())
            return false;
        for (std::size_t i = 1; i < length; ++i)
            if (!isContinuation(byteAt(text, place + i)))
                return false;
        if (length > 1 && !secondFits(lead, byteAt(text, place + 1)))
            return false;
        place += length;
    }
    return true;
}

std::string_view cutUtf8(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && isContinuation(byteAt(text, end)))
        --end;
    return text.substr(0, end);
}

}
