#include "app/commands/contacts.h"

#include "app/commands/alone.h"
#include "app/commands/command_line.h"
#include "app/commands/contact_lines.h"
#include "app/commands/workspace_option.h"
#include "app/router/conversation_reader.h"

#include <QSaveFile>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

QString words(const Error& error) { return QString::fromStdString(error.message); }

std::optional<ContactId> idIn(QString text)
{
    if (text.startsWith(QChar(u'#')))
        text.remove(0, 1);
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    return isNumber && number > 0 ? std::optional(ContactId{std::to_string(number)}) : std::nullopt;
}

int list(const WorkspaceCommandLine& line, const QString& asked)
{
    const auto reader = ConversationReader::open(line.workspace());
    if (!reader)
        return line.wrong(words(reader.error()));
    const auto rows = (*reader)->contacts(asked.toStdString());
    if (!rows)
        return line.wrong(words(rows.error()));
    for (const ContactRow& row : *rows)
        printOut(QString::fromStdString(line.json() ? contactAsJson(row) : contactInWords(row)) + u"\n"_s);
    return rows->empty() ? ExitStatus::answerIsNo : ExitStatus::done;
}

int show(const WorkspaceCommandLine& line, const ContactId& id)
{
    const auto reader = ConversationReader::open(line.workspace());
    if (!reader)
        return line.wrong(words(reader.error()));
    const auto detail = (*reader)->contact(id);
    if (!detail)
        return line.wrong(words(detail.error()));
    printOut(QString::fromStdString(line.json() ? contactAsJson(*detail) : contactInWords(*detail)) + u"\n"_s);
    return ExitStatus::done;
}

int exportAll(const WorkspaceCommandLine& line, const ContactId& id, const QString& path)
{
    const auto reader = ConversationReader::open(line.workspace());
    if (!reader)
        return line.wrong(words(reader.error()));
    const auto json = (*reader)->contactExport(id);
    if (!json)
        return line.wrong(words(json.error()));
    if (path.isEmpty()) {
        printOut(QString::fromStdString(*json));
        return ExitStatus::done;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json->data(), qint64(json->size())) != qint64(json->size())
        || !file.commit())
        return line.wrong(u"Cannot write %1: %2."_s.arg(path, file.errorString()));
    return ExitStatus::done;
}

int erase(const WorkspaceCommandLine& line, const ContactId& id, bool sure)
{
    if (!sure)
        return line.wrong(u"This removes every conversation, file and detail of contact %1 for ever. Say --yes to do it."_s
                              .arg(QString::fromStdString(id.value)));
    const auto erased = doAlone(line.workspace(), "signalbox contacts erase", EraseContact{id, {}});
    if (!erased)
        return line.wrong(words(erased.error()));
    printOut(line.json() ? u"{\"kind\":\"erased\",\"contact\":\"%1\"}\n"_s.arg(QString::fromStdString(id.value))
                         : u"Contact %1 is erased.\n"_s.arg(QString::fromStdString(id.value)));
    return ExitStatus::done;
}

}

int contacts(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"contacts"_s, u"People over all their conversations: finds, shows, exports and erases them."_s);
    const QCommandLineOption yes(u"yes"_s, u"Really erase."_s);
    line.parser().addOption(yes);
    line.parser().addPositionalArgument(u"list [WORDS] | show ID | export ID [FILE] | erase ID"_s, u"What to do."_s);
    if (const auto over = line.read(arguments))
        return *over;
    QStringList said = line.words();
    const QString act = said.isEmpty() ? QString() : said.takeFirst();
    if (act == u"list"_s)
        return list(line, said.join(u' '));
    if (!QStringList{u"show"_s, u"export"_s, u"erase"_s}.contains(act) || said.isEmpty()
        || said.size() > (act == u"export"_s ? 2 : 1))
        return line.wrong(u"Say list [WORDS], show ID, export ID [FILE] or erase ID. See --help."_s);
    const auto id = idIn(said.first());
    if (!id)
        return line.wrong(u"\"%1\" is not the number of a contact."_s.arg(said.first()));
    if (act == u"show"_s)
        return show(line, *id);
    return act == u"export"_s ? exportAll(line, *id, said.value(1)) : erase(line, *id, line.parser().isSet(yes));
}

}
