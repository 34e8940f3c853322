#include "app/commands/label.h"

#include "app/analysis/live_trigger.h"
#include "app/analysis/truth_labels.h"
#include "app/commands/alone.h"
#include "app/commands/command_line.h"
#include "app/commands/trigger_option.h"
#include "app/commands/truth_condition.h"
#include "model/report/figure_report.h"
#include "model/storage/workspace_store.h"
#include "routing/conditions/walk.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

class LabelLine : public TriggerCommandLine {
public:
    LabelLine()
        : TriggerCommandLine(u"label"_s,
                             u"Labels alerts true or false by what became known of their conversations: history with "
                             "outcomes is reviewed at once. What somebody else has labelled stays as it is."_s)
    {
        parser().addOptions({m_by, m_trueWhen, m_silent});
    }

    Result<TruthQuestion> question()
    {
        const auto about = period();
        if (!about)
            return tl::unexpected(about.error());
        TruthQuestion question;
        question.trigger = about->trigger;
        question.origin = about->origin;
        question.since = about->since;
        question.until = about->until;
        question.by = {parser().value(m_by).toStdString()};
        if (question.by.empty())
            return failure("Say whose labels these are: --by ID of an agent.");
        if (!parser().isSet(m_trueWhen))
            return failure("Say when an alert was true: --true-when 'truth.bought = true'.");
        auto condition = truthConditionIn(parser().value(m_trueWhen));
        if (!condition)
            return tl::unexpected(condition.error());
        question.isTrue = std::move(*condition);
        bool isCount = true;
        if (parser().isSet(m_silent))
            question.silentAWeek = parser().value(m_silent).toInt(&isCount);
        if (!isCount || question.silentAWeek < 0)
            return failure("--silent wants a whole number from 0.");
        return question;
    }

private:
    QCommandLineOption m_by{u"by"_s, u"The agent whose labels these are; a lead's count before an agent's."_s, u"id"_s};
    QCommandLineOption m_trueWhen{
        u"true-when"_s, u"A comparison like 'truth.bought = true', or a condition as in the rulebook, in JSON."_s,
        u"condition"_s};
    QCommandLineOption m_silent{
        u"silent"_s, u"Also N conversations a week that did not alert, drawn as the weekly review draws them."_s,
        u"N"_s};
};

// Before anything is read: both would else be found out at the first label.
Result<void> checkNames(History& history, const TruthQuestion& question)
{
    const auto rules = history.liveRules();
    if (!rules)
        return tl::unexpected(rules.error());
    if (const auto trigger = triggerIn((*rules)->rulebook(), question.trigger); !trigger)
        return tl::unexpected(trigger.error());
    const auto agents = history.with([](Database& database) { return WorkspaceStore(database).agents(); });
    if (!agents)
        return tl::unexpected(agents.error());
    if (std::ranges::none_of(*agents, [&](const auto& each) { return each.first.id == question.by; }))
        return failure("There is no agent \"" + question.by.value + "\" in this workspace.", question.by.value);
    return {};
}

std::string attributesInWords(const Condition& condition)
{
    std::string words;
    for (const std::string& attribute : attributesOf(condition))
        words += (words.empty() ? "" : ", ") + attribute;
    return words;
}

std::string countsInWords(const TruthCount& count, const std::string& attributes)
{
    std::string words = countInWords(count.truths) + " true, " + countInWords(count.falses) + " false";
    if (count.asBefore > 0)
        words += " (" + countInWords(count.asBefore) + " labelled so before)";
    if (count.unknown > 0)
        words += "; " + countInWords(count.unknown) + " left unlabelled, as " + attributes + " is not known";
    if (count.byOthers > 0)
        words += "; " + countInWords(count.byOthers) + " labelled by somebody else, left as they are";
    return words + ".\n";
}

std::string labelsInWords(const TruthLabels& made, const TruthQuestion& question)
{
    const std::string attributes = attributesInWords(question.isTrue);
    std::string text = "Alerts of " + question.trigger.value + ": " + countsInWords(made.alerts, attributes);
    if (made.notTold > 0)
        text += countInWords(made.notTold) + " were held back, so nobody was told: not labelled.\n";
    if (question.silentAWeek > 0)
        text += "Did not alert, drawn from " + countInWords(made.weeks) + (made.weeks == 1 ? " week: " : " weeks: ")
            + countsInWords(made.silent, attributes);
    return text + countInWords(std::int64_t(made.labels.size())) + " labels given by " + question.by.value + ".\n";
}

nlohmann::json countsAsJson(const TruthCount& count)
{
    return {{"true", count.truths},
            {"false", count.falses},
            {"unknown", count.unknown},
            {"as_before", count.asBefore},
            {"by_others", count.byOthers}};
}

std::string labelsAsJson(const TruthLabels& made, const TruthQuestion& question)
{
    nlohmann::json line{{"kind", "labels"},
                        {"trigger", question.trigger.value},
                        {"given", made.labels.size()},
                        {"alerts", countsAsJson(made.alerts)},
                        {"not_told", made.notTold}};
    if (question.silentAWeek > 0) {
        line["silent"] = countsAsJson(made.silent);
        line["weeks"] = made.weeks;
    }
    return line.dump() + "\n";
}

}

int labelCommand(const QStringList& arguments)
{
    LabelLine line;
    if (const auto over = line.read(arguments))
        return *over;
    const auto wrong = [&line](const Error& error) { return line.wrong(QString::fromStdString(error.message)); };
    const auto question = line.question();
    if (!question)
        return wrong(question.error());
    History history(line.workspace());
    if (const auto named = checkNames(history, *question); !named)
        return wrong(named.error());
    const auto made = labelsFromTruth(history, *question, {});
    if (!made)
        return wrong(made.error());
    std::vector<decltype(Command::what)> commands;
    for (const Label& label : made->labels)
        commands.emplace_back(GiveLabel{label});
    if (!commands.empty())
        if (const auto done = doAllAlone(line.workspace(), "signalbox label", std::move(commands)); !done)
            return wrong(done.error());
    printOut(QString::fromStdString(line.json() ? labelsAsJson(*made, *question) : labelsInWords(*made, *question)));
    return made->alerts.known() + made->silent.known() > 0 ? ExitStatus::done : ExitStatus::answerIsNo;
}

}
