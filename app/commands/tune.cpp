#include "app/commands/tune.h"

#include "app/commands/command_line.h"
#include "app/commands/moments.h"
#include "app/commands/trigger_option.h"
#include "app/commands/tune_lines.h"
#include "model/domain/names.h"
#include "routing/rulebook/rulebook_json.h"

#include <QSaveFile>

#include <cmath>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

struct TuneCall {
    ThresholdQuestion question;
    std::optional<double> threshold;
    std::optional<double> aim;   // 0 to 1
    QString file;                // empty: nothing is written
};

class TuneLine : public TriggerCommandLine {
public:
    TuneLine()
        : TriggerCommandLine(u"tune"_s,
                             u"What another threshold of a trigger would have done to its labelled alerts. Publishes "
                             "nothing: --write gives a rulebook to check, backtest and publish."_s)
    {
        parser().addOptions({m_channel, m_threshold, m_aim, m_write});
    }

    Result<TuneCall> call()
    {
        const auto about = period();
        if (!about)
            return tl::unexpected(about.error());
        TuneCall call;
        call.question = {about->trigger, std::nullopt, about->origin, about->since, about->until, presentMoment()};
        if (parser().isSet(m_channel)) {
            call.question.channel = fromName<Channel>(parser().value(m_channel).toStdString());
            if (!call.question.channel)
                return failure("--channel wants website, whatsapp, api or import.");
        }
        bool isNumber = true;
        if (parser().isSet(m_threshold))
            call.threshold = parser().value(m_threshold).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(call.threshold.value_or(0)))
            return failure("--threshold wants a number.");
        if (parser().isSet(m_aim))
            call.aim = parser().value(m_aim).toDouble(&isNumber) / 100;
        if (!isNumber || !(call.aim.value_or(1) > 0) || call.aim.value_or(1) > 1)
            return failure("--aim wants a percentage above 0, 100 at most.");
        call.file = parser().value(m_write);
        if (parser().isSet(m_write) && (call.file.isEmpty() || (!call.threshold && !call.aim)))
            return failure("--write FILE wants a --threshold, or an --aim to find one.");
        return call;
    }

private:
    QCommandLineOption m_channel{u"channel"_s, u"The channel; the one it alerted on unless there are several."_s,
                                 u"channel"_s};
    QCommandLineOption m_threshold{u"threshold"_s, u"Say what this threshold would have done."_s, u"number"_s};
    QCommandLineOption m_aim{u"aim"_s, u"Suggest the lowest threshold with at least so many percent right."_s,
                             u"percent"_s};
    QCommandLineOption m_write{u"write"_s, u"Write the live rulebook with that threshold to this file."_s, u"file"_s};
};

Result<Tuning> tuningFor(const TuneLine& line, const TuneCall& call)
{
    auto database = Database::open(line.workspace(), Database::Access::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    auto history = readThresholdHistory(*database, call.question);
    if (!history)
        return tl::unexpected(history.error());
    if (call.threshold && *call.threshold < history->measure.threshold)
        return failure("--threshold is below the live one, "
                       + QString::number(history->measure.threshold, 'g', 6).toStdString()
                       + ": what it would add was never raised.");
    Tuning tuning;
    tuning.trigger = call.question.trigger;
    tuning.aim = call.aim;
    tuning.history = std::move(*history);
    if (call.aim && tuning.history.study)
        tuning.suggestion = suggestThreshold(tuning.history.study->curve(), *call.aim);
    tuning.chosen = call.threshold;
    if (!tuning.chosen && tuning.suggestion)
        tuning.chosen = tuning.suggestion->kept.threshold;
    return tuning;
}

Result<void> write(const QString& path, const std::string& document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(document.data(), qint64(document.size())) != qint64(document.size()) || !file.commit())
        return failure("Cannot write " + path.toStdString() + ": " + file.errorString().toStdString() + ".");
    return {};
}

}

int tune(const QStringList& arguments)
{
    TuneLine line;
    if (const auto over = line.read(arguments))
        return *over;
    const auto wrong = [&line](const Error& error) { return line.wrong(QString::fromStdString(error.message)); };
    const auto call = line.call();
    if (!call)
        return wrong(call.error());
    const auto tuning = tuningFor(line, *call);
    if (!tuning)
        return wrong(tuning.error());
    if (!tuning->history.study) {
        printError(u"signalbox tune: no past alert of this trigger has a number to compare with its threshold.\n"_s);
        return ExitStatus::answerIsNo;
    }
    printOut(QString::fromStdString(line.json() ? tuningAsJsonLines(*tuning) : tuningAsText(*tuning)));
    if (!call->file.isEmpty() && tuning->chosen) {
        const Rulebook changed = withThreshold(tuning->history, tuning->trigger, *tuning->chosen);
        if (const auto written = write(call->file, writeRulebook(changed)); !written)
            return wrong(written.error());
        if (!line.json())
            printOut(u"\nWritten to %1: check, backtest and publish it.\n"_s.arg(call->file));
    }
    return call->aim && !tuning->suggestion ? ExitStatus::answerIsNo : ExitStatus::done;
}

}
