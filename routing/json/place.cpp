#include "routing/json/place.h"

namespace signalbox {

std::string escapedForPointer(std::string_view key)
{
    std::string escaped;
    for (const char c : key) {
        if (c == '~')
            escaped += "~0";
        else if (c == '/')
            escaped += "~1";
        else
            escaped += c;
    }
    return escaped;
}

std::string Place::pointer() const
{
    if (!m_parent)
        return {};
    return m_parent->pointer() + "/" + (m_isIndex ? std::to_string(m_index) : escapedForPointer(m_key));
}

}
