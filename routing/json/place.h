#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signalbox {

// "~" and "/" as RFC 6901 writes them inside one step of a JSON pointer.
std::string escapedForPointer(std::string_view key);

// A place in a document, as a chain of steps on the stack: costs nothing until somebody asks for the pointer.
class Place {
public:
    Place() = default;
    Place(const Place& parent, std::string_view key) : m_parent(&parent), m_key(key) { }
    Place(const Place& parent, std::size_t index) : m_parent(&parent), m_index(index), m_isIndex(true) { }

    std::string pointer() const;   // RFC 6901: "/policies/3/when"; empty for the whole document

private:
    const Place* m_parent = nullptr;
    std::string_view m_key;
    std::size_t m_index = 0;
    bool m_isIndex = false;
};

}
