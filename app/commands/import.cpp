#include "app/commands/import.h"

#include "app/channels/known_in_workspace.h"
#include "app/channels/transcript_import.h"
#include "app/commands/command_line.h"
#include "app/commands/import_progress.h"
#include "app/commands/stop_signals.h"
#include "app/router/router_host.h"
#include "app/settings/workspace_path.h"

#include <QCommandLineParser>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct ImportCall {
    ImportOptions options;
    std::filesystem::path workspace;
    bool json = false;
};

// The options as they are on the command line.
struct ImportLine {
    QCommandLineParser parser;
    QCommandLineOption as{
        u"as"_s, u"Format of the files: multidogo or transcript. Else it is seen from their content."_s, u"format"_s};
    QCommandLineOption mapping{u"mapping"_s, u"The files are tables; this file says what their columns mean."_s,
                               u"file"_s};
    QCommandLineOption speed{u"speed"_s, u"N times the conversations' own pace; 0 is at once."_s, u"N"_s, u"1"_s};
    QCommandLineOption workspace{u"workspace"_s, u"The workspace file. Else the one last used."_s, u"file"_s};
    QCommandLineOption json{u"json"_s, u"Print the report as one line of JSON."_s};

    ImportLine()
    {
        parser.setApplicationDescription(u"Plays conversations from files into the workspace, like live traffic."_s);
        parser.addPositionalArgument(u"FILE"_s, u"Files of conversations, plain or gzip (docs/import.md)."_s,
                                     u"FILE..."_s);
        parser.addOptions({as, mapping, speed, workspace, json, {{u"h"_s, u"help"_s}, u"Show this help."_s}});
    }
};

Result<ImportCall> readCall(const ImportLine& line)
{
    ImportCall call;
    for (const QString& file : line.parser.positionalArguments())
        call.options.files.emplace_back(file.toStdString());
    if (call.options.files.empty())
        return failure("Name at least one file to import.");
    if (line.parser.isSet(line.as)) {
        const QString name = line.parser.value(line.as);
        call.options.format = transcriptFormatNamed(name.toStdString());
        if (!call.options.format)
            return failure("There is no format \"" + name.toStdString() + "\". Formats are multidogo and transcript.");
    }
    if (line.parser.isSet(line.mapping)) {
        if (call.options.format)
            return failure("--mapping says the format already: leave --as out.");
        auto mapping = readTableMappingFile(line.parser.value(line.mapping).toStdString());
        if (!mapping)
            return failure(mapping.error().place + ": " + mapping.error().message);
        call.options.mapping = std::make_shared<const TableMapping>(std::move(*mapping));
    }
    bool isNumber = false;
    call.options.speed = line.parser.value(line.speed).toDouble(&isNumber);
    if (!isNumber || !(call.options.speed >= 0) || call.options.speed > 1e6)
        return failure("--speed wants a number from 0 (at once) to 1000000.");
    call.workspace = line.parser.isSet(line.workspace)
        ? std::filesystem::path(line.parser.value(line.workspace).toStdString())
        : defaultWorkspace();
    call.json = line.parser.isSet(line.json);
    return call;
}

int play(const ImportCall& call)
{
    std::error_code ignored;   // RouterHost says what is wrong when the folder is still missing
    std::filesystem::create_directories(call.workspace.parent_path(), ignored);
    StopSignals stop;   // before any thread is started, so that all of them leave the signals alone
    auto host = RouterHost::start(call.workspace, std::make_unique<SystemClock>(), "signalbox import");
    if (!host)
        return usageError(u"import"_s,
                          QString::fromStdString(host.error().message)
                              + u" A running console imports with File > Import conversations."_s);
    auto known = knownInWorkspace(call.workspace);
    if (!known)
        return usageError(u"import"_s, QString::fromStdString(known.error().message));
    TranscriptImport transcripts(**host, call.options, std::move(*known));
    ImportProgressLine progress;
    transcripts.onProgress([&](const ImportProgress& now) { progress.show(now); });
    stop.onStop([&] { transcripts.cancel(); });
    const ImportReport report = transcripts.run();
    stop.onStop({});
    progress.finish();
    printOut(QString::fromStdString(call.json ? toJson(report) + "\n" : toText(report)));
    if (!report.unreadable.empty())
        return wrongUsage;
    return report.refused > 0 || report.cancelled ? answerIsNo : done;
}

}

int importTranscripts(const QStringList& arguments)
{
    ImportLine line;
    if (!line.parser.parse(QStringList{u"signalbox import"_s} + arguments))
        return usageError(u"import"_s, line.parser.errorText());
    if (line.parser.isSet(u"help"_s)) {
        printOut(line.parser.helpText());
        return done;
    }
    const auto call = readCall(line);
    return call ? play(*call) : usageError(u"import"_s, QString::fromStdString(call.error().message));
}
}
