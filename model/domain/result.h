#pragma once

#include <string>
#include <tl/expected.hpp>

namespace signalbox {

// What went wrong, in words for a person: what, where and what to do. `place` is a JSON pointer, a file name or a
// field, and may be empty.
struct Error {
    std::string message;
    std::string place;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(std::string message, std::string place = {})
{
    return tl::unexpected<Error>(Error{std::move(message), std::move(place)});
}

}
