#include "app/commands/rulebook.h"

#include "app/commands/alone.h"
#include "app/commands/command_line.h"
#include "app/commands/workspace_option.h"
#include "model/storage/workspace_store.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

QString words(const Error& error) { return QString::fromStdString(error.message); }

Result<std::string> documentOf(const WorkspaceCommandLine& line, std::optional<int> version)
{
    auto database = Database::open(line.workspace(), Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    WorkspaceStore store(*database);
    const auto stored = version ? store.rulebook(*version) : store.liveRulebook();
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(version ? "There is no version " + std::to_string(*version) + " of the rulebook."
                               : std::string("No rulebook has been published yet."));
    return (*stored)->document;
}

int exportRulebook(const WorkspaceCommandLine& line, const QString& versionText)
{
    bool isNumber = true;
    std::optional<int> version;
    if (!versionText.isEmpty())
        version = versionText.toInt(&isNumber);
    if (!isNumber)
        return line.wrong(u"--version wants a number."_s);
    const auto document = documentOf(line, version);
    if (!document)
        return line.wrong(words(document.error()));
    const QString text = QString::fromStdString(*document);
    printOut(text.endsWith(QChar(u'\n')) ? text : text + u"\n"_s);
    return ExitStatus::done;
}

int publishRulebook(const WorkspaceCommandLine& line, const QString& path, const QString& note)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return line.wrong(u"Cannot read %1: %2."_s.arg(path, file.errorString()));
    const auto published = doAlone(line.workspace(), "signalbox rulebook publish",
                                   PublishRulebook{file.readAll().toStdString(), note.toStdString(), {}});
    if (!published)
        return line.wrong(words(published.error()));
    const int version = published->rulebook->version;
    printOut(line.json()
                 ? QString::fromStdString(nlohmann::json{{"kind", "published"}, {"version", version}}.dump()) + u"\n"_s
                 : u"Version %1 is live.\n"_s.arg(version));
    return ExitStatus::done;
}

}

int rulebook(const QStringList& arguments)
{
    WorkspaceCommandLine line(u"rulebook"_s,
                              u"export writes the live rulebook to stdout; publish makes a file the live one."_s);
    const QCommandLineOption version(u"version"_s, u"The version to export; the live one unless said."_s, u"N"_s);
    const QCommandLineOption note(u"note"_s, u"What this version changes."_s, u"text"_s);
    line.parser().addOptions({version, note});
    line.parser().addPositionalArgument(u"export | publish FILE"_s, u"What to do."_s);
    if (const auto over = line.read(arguments))
        return *over;
    const QStringList said = line.words();
    if (said == QStringList{u"export"_s})
        return exportRulebook(line, line.parser().value(version));
    if (said.size() == 2 && said.first() == u"publish"_s) {
        if (line.parser().value(note).isEmpty())
            return line.wrong(u"Say what this version changes: --note TEXT."_s);
        return publishRulebook(line, said.last(), line.parser().value(note));
    }
    return line.wrong(u"Say export, or publish FILE. See --help."_s);
}

}
