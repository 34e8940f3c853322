#include "app/console/sample_workspace.h"

#include "app/settings/agents_file.h"

#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <condition_variable>
#include <mutex>

namespace signalbox {
namespace {

using nlohmann::json;

constexpr std::chrono::seconds patience{30};

Result<std::string> resource(const char* name)
{
    QFile file(QStringLiteral(":/samples/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        return failure("A file of the sample workspace is missing from this build.", name);
    return file.readAll().toStdString();
}

FaqEntry faqFrom(const json& object)
{
    return {FaqId{object.at("id").get<std::string>()}, object.at("question").get<std::string>(),
            object.at("answer").get<std::string>(), object.at("also_asked").get<std::vector<std::string>>()};
}

CompanyProfile profileFrom(const json& object)
{
    CompanyProfile profile{object.at("name").get<std::string>(), object.at("description").get<std::string>(), {}};
    for (const json& fact : object.at("facts"))
        profile.facts.push_back({fact.at("label").get<std::string>(), fact.at("text").get<std::string>()});
    return profile;
}

WebsiteChannel websiteFrom(const json& object)
{
    WebsiteChannel website;
    website.enabled = object.at("enabled").get<bool>();
    website.title = object.at("title").get<std::string>();
    website.greeting = object.at("greeting").get<std::string>();
    website.accentColor = object.at("accent_color").get<std::string>();
    website.allowedOrigins = object.at("allowed_origins").get<std::vector<std::string>>();
    return website;
}

// Reads one file and lets `take` make commands of it; what goes wrong is said with the file's name.
template <class Take>
Result<void> readFile(const char* name, Take&& take)
{
    const auto text = resource(name);
    if (!text)
        return tl::unexpected(text.error());
    try {
        take(json::parse(*text));
    } catch (const json::exception& error) {
        return failure(std::string("The sample workspace cannot be read: ") + error.what(), name);
    }
    return {};
}

}

Result<std::vector<Command>> sampleCommands()
{
    std::vector<Command> commands;
    const auto rulebook = resource("rulebook.json");
    if (!rulebook)
        return tl::unexpected(rulebook.error());
    commands.push_back({0, PublishRulebook{*rulebook, "The sample's first rulebook", {}}});
    const auto people = resource("agents.json").and_then([](const std::string& text) { return readAgents(text); });
    if (!people)
        return tl::unexpected(people.error());
    for (const Agent& agent : *people)
        commands.push_back({0, SaveAgent{agent, {}}});
    const auto read = readFile("faq.json", [&](const json& entries) {
                          for (const json& entry : entries)
                              commands.push_back({0, SaveFaq{faqFrom(entry), {}}});
                      }).and_then([&] {
        return readFile("profile.json", [&](const json& document) {
            commands.push_back({0, SaveProfile{profileFrom(document.at("profile")), {}}});
            commands.push_back({0, SaveWebsiteChannel{websiteFrom(document.at("website")), {}}});
        });
    });
    if (!read)
        return tl::unexpected(read.error());
    return commands;
}

Result<std::vector<Command>> emptyCommands(const std::string& companyName)
{
    const auto rulebook = resource("empty_rulebook.json");
    if (!rulebook)
        return tl::unexpected(rulebook.error());
    WebsiteChannel website;
    website.title = companyName;
    website.greeting = "Hello! How can we help?";
    std::vector<Command> commands;
    commands.push_back({0, PublishRulebook{*rulebook, "The first rulebook", {}}});
    commands.push_back({0, SaveProfile{{companyName, {}, {}}, {}}});
    commands.push_back({0, SaveWebsiteChannel{std::move(website), {}}});
    return commands;
}

Result<std::vector<PracticeVisitor>> samplePractice()
{
    return resource("practice.json").and_then([](const std::string& text) { return readPracticeScript(text); });
}

Result<void> performAll(RouterHost& host, std::vector<Command> commands)
{
    struct Answers {
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t missing = 0;
        Result<void> first;
    };
    const auto answers = std::make_shared<Answers>();   // an answer may come after the patience has ended
    answers->missing = commands.size();
    for (Command& command : commands) {
        const bool taken = host.submit(std::move(command), [answers](const Result<void>& answer) {
            const std::scoped_lock lock(answers->mutex);
            if (!answer && answers->first)
                answers->first = answer;
            --answers->missing;
            answers->changed.notify_all();
        });
        if (!taken)
            return failure("The workspace is too busy to be filled. Try again.");
    }
    std::unique_lock lock(answers->mutex);
    if (!answers->changed.wait_for(lock, patience, [&] { return answers->missing == 0; }))
        return failure("Filling the workspace took longer than half a minute. Its disk may be very slow.");
    return answers->first;
}

}
