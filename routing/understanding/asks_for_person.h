#pragma once

#include <string_view>

namespace signalbox {

// Whether the words ask for a human being: "can I talk to a person", "real agent please". English, German, French, Spanish.
bool asksForPerson(std::string_view text);

}
