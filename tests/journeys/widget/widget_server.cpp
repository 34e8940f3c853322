// The gateway with a scripted router behind it, for tests of the chat in a browser.
//   widget_server PORT STATE_FILE
// Prints "listening PORT" and then one line for each input. Lines on stdin: "hold", "release", "busy", "free",
// "say AUTHOR NAME|TEXT" (to every visitor), "file NAME|TEXT" (a file with that text), "owner KIND NAME", "typing", "closed".
#include "app/gateway/gateway.h"
#include "app/router/file_kinds.h"
#include "tests/app/gateway/scripted_door.h"

#include "model/domain/names.h"

#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

using namespace signalbox;

namespace {

void reply(ScriptedDoor& door, const VisitorId& visitor, const std::string& text)
{
    if (text.find("opening hours") != std::string::npos)
        door.say(visitor, Author::Ai, "AI", "We are here Monday to Friday, 9 to 18.", {{"faq-1", "Opening hours"}});
    else if (text.find("person") != std::string::npos)
        door.giveTo(visitor, OwnerKind::Queue, "");
}

std::set<VisitorId> visitorsOf(const ScriptedDoor& door)
{
    std::set<VisitorId> visitors;
    for (const VisitorInput& input : door.inputs())
        if (!door.messagesOf(input.visitor).empty())
            visitors.insert(input.visitor);
    return visitors;
}

void obey(ScriptedDoor& door, const std::string& line)
{
    std::istringstream words(line);
    std::string command, kind, rest;
    words >> command;
    if (command == "hold" || command == "release")
        return door.hold(command == "hold");
    if (command == "busy" || command == "free")
        return door.beBusy(command == "busy");
    if (command == "say" || command == "owner")
        words >> kind;
    std::getline(words >> std::ws, rest);
    for (const VisitorId& visitor : visitorsOf(door)) {
        if (command == "say")
            door.say(visitor, fromName<Author>(kind).value_or(Author::System), rest.substr(0, rest.find('|')),
                     rest.substr(rest.find('|') + 1));
        else if (command == "file")
            door.say(visitor, Author::Agent, "Leila Haddad", {}, {},
                     {{rest.substr(0, rest.find('|')), rest.substr(rest.find('|') + 1)}});
        else if (command == "owner")
            door.giveTo(visitor, fromName<OwnerKind>(kind).value_or(OwnerKind::Ai), rest);
        else if (command == "typing")
            door.type(visitor);
        else if (command == "closed")
            door.closeFor(visitor);
    }
}

std::string inHex(const std::string& bytes)
{
    std::ostringstream hex;
    for (const char byte : bytes)
        hex << std::hex << std::setw(2) << std::setfill('0') << int(static_cast<unsigned char>(byte));
    return hex.str();
}

// What a test may ask: "messages", "paths", "files" (name, media type and bytes in hex) and "read" (received and seen) print
// what has arrived so far, as one line.
bool tellAsked(const ScriptedDoor& door, const std::string& line)
{
    if (line != "messages" && line != "paths" && line != "files" && line != "read")
        return false;
    std::cout << line << ':';
    for (const VisitorInput& input : door.inputs()) {
        if (const auto* wrote = std::get_if<VisitorWrote>(&input.what); wrote && line == "files")
            for (const FileToSend& file : wrote->files)
                std::cout << '|' << file.name << ' ' << mediaTypeOf(file.bytes).value_or("none") << ' ' << inHex(file.bytes);
        if (const auto* read = std::get_if<VisitorRead>(&input.what); read && line == "read")
            std::cout << '|' << read->delivered << ' ' << read->upTo;
        if (const auto* context = std::get_if<VisitorContext>(&input.what); context && line == "paths")
            for (const ContextChange& change : context->changes)
                if (change.attribute == "page.path" && change.value)
                    std::cout << '|' << std::get<std::string>(*change.value);
    }
    if (line == "messages")
        for (const VisitorId& visitor : visitorsOf(door))
            for (const Message& message : door.messagesOf(visitor))
                if (message.author == Author::Visitor)
                    std::cout << '|' << message.text;
    std::cout << std::endl;
    return true;
}

}

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "widget_server PORT STATE_FILE\n";
        return 2;
    }
    ScriptedDoor door;
    door.replies = reply;
    door.keepIn(argv[2]);
    GatewaySettings settings;
    settings.port = static_cast<std::uint16_t>(std::stoi(argv[1]));
    const auto gateway = Gateway::start(door, settings);
    if (!gateway) {
        std::cerr << gateway.error().message << '\n';
        return 1;
    }
    std::cout << "listening " << (*gateway)->port() << std::endl;
    for (std::string line; std::getline(std::cin, line);)
        if (!tellAsked(door, line))
            obey(door, line);
}
