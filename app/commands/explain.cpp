#include "app/commands/explain.h"

#include "app/commands/command_line.h"
#include "app/commands/explanation.h"
#include "app/commands/workspace_option.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

#include <algorithm>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct WhyNot {
    const char* option;
    const char* word;
    Goal::Kind kind;
};
constexpr WhyNot whyNots[]{{"why-not-policy", "policy", Goal::Kind::Policy},
                           {"why-not-tier", "tier", Goal::Kind::Tier},
                           {"why-not-queue", "queue", Goal::Kind::Queue},
                           {"why-not-agent", "agent", Goal::Kind::Agent}};

bool isIn(const Goal& goal, const Rulebook& rulebook)
{
    const auto has = [&goal](const auto& entries) {
        return std::ranges::any_of(entries, [&goal](const auto& entry) { return entry.id.value == goal.id; });
    };
    return (goal.kind == Goal::Kind::Policy && has(rulebook.policies))
        || (goal.kind == Goal::Kind::Tier && has(rulebook.tiers))
        || (goal.kind == Goal::Kind::Queue && has(rulebook.queues));
}

// A slip of the pen is told at once, and not as "nothing leads there".
Result<void> checkGoals(const ToExplain& what, PastRules& rules)
{
    for (const Goal& goal : what.asked) {
        const char* const word = whyNots[static_cast<std::size_t>(goal.kind)].word;
        bool known = goal.kind == Goal::Kind::Agent
            && std::ranges::any_of(what.agents, [&](const auto& entry) { return entry.first.id.value == goal.id; });
        for (const Event& event : what.events)
            if (const auto* made = std::get_if<DecisionMade>(&event.payload); made && !known) {
                const auto then = rules.version(made->decision.rulebookVersion);
                if (!then)
                    return tl::unexpected(then.error());
                known = isIn(goal, (*then)->rulebook());
            }
        if (!known)
            return failure("There is no " + std::string(word) + " \"" + goal.id + "\" "
                           + (goal.kind == Goal::Kind::Agent ? "in this workspace."
                                                             : "in the rulebooks that decided this conversation."));
    }
    return {};
}

Result<std::string> explainConversation(const std::filesystem::path& workspace, const ConversationId& id,
                                        std::vector<Goal> asked, bool json)
{
    auto database = Database::open(workspace, Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    const auto conversation = ConversationStore(*database).find(id);
    if (!conversation)
        return tl::unexpected(conversation.error());
    if (!*conversation)
        return failure("There is no conversation #" + id.value + ".");
    const auto events = JournalReader(*database).eventsOf(id);
    if (!events)
        return tl::unexpected(events.error());
    const auto agents = WorkspaceStore(*database).agents();
    if (!agents)
        return tl::unexpected(agents.error());
    PastRules rules(*database);
    const ToExplain what{*events, *agents, std::move(asked)};
    if (const auto known = checkGoals(what, rules); !known)
        return tl::unexpected(known.error());
    return json ? explanationAsJsonLines(what, rules) : explanationInWords(**conversation, what, rules);
}

}

int explain(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"explain"_s, u"The decisions of one conversation, each with its trace."_s);
    line.parser().addPositionalArgument(u"CONVERSATION"_s, u"Its number, as shown: 4817 or #4817."_s);
    for (const WhyNot& whyNot : whyNots)
        line.parser().addOption(
            {QString::fromLatin1(whyNot.option),
             u"What would have led to this %1, instead of to each other tier and queue. May be given "
             "several times."_s.arg(QLatin1String(whyNot.word)),
             u"id"_s});
    if (const auto over = line.read(arguments))
        return *over;
    if (line.words().size() != 1)
        return line.wrong(u"Name one conversation by its number."_s);
    QString number = line.words().first();
    if (number.startsWith(QChar(u'#')))
        number.remove(0, 1);
    std::vector<Goal> asked;
    for (const WhyNot& whyNot : whyNots)
        for (const QString& id : line.parser().values(QString::fromLatin1(whyNot.option)))
            asked.push_back({whyNot.kind, id.toStdString()});
    const auto text = explainConversation(line.workspace(), {number.toStdString()}, std::move(asked), line.json());
    if (!text)
        return line.wrong(QString::fromStdString(text.error().message));
    printOut(QString::fromStdString(*text));
    return ExitStatus::done;
}

}
