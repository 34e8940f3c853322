#pragma once

#include <string_view>

namespace signalbox {

enum class SmallTalk { None, Greeting, Thanks, Goodbye };

// What a message is when it is nothing else: "Hello there!" is a greeting, "Hello, where is my order?" is none. English,
// German, French, Spanish.
SmallTalk smallTalk(std::string_view text);

}
