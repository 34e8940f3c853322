#include "app/commands/explain.h"

#include "app/commands/command_line.h"
#include "app/commands/explanation.h"
#include "app/commands/workspace_option.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

Result<std::string> explainConversation(const std::filesystem::path& workspace, const ConversationId& id, bool json)
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
    return json ? explanationAsJsonLines(*events, rules) : explanationInWords(**conversation, *events, *agents, rules);
}

}

int explain(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"explain"_s, u"The decisions of one conversation, each with its trace."_s);
    line.parser().addPositionalArgument(u"CONVERSATION"_s, u"Its number, as shown: 4817 or #4817."_s);
    if (const auto over = line.read(arguments))
        return *over;
    if (line.words().size() != 1)
        return line.wrong(u"Name one conversation by its number."_s);
    QString number = line.words().first();
    if (number.startsWith(QChar(u'#')))
        number.remove(0, 1);
    const auto text = explainConversation(line.workspace(), {number.toStdString()}, line.json());
    if (!text)
        return line.wrong(QString::fromStdString(text.error().message));
    printOut(QString::fromStdString(*text));
    return ExitStatus::done;
}

}
