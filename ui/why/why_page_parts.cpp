#include "ui/why/why_page_parts.h"

#include "ui/shared/analysis_port.h"
#include "ui/shared/console_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/tier_chip.h"
#include "ui/why/facts_pane.h"
#include "ui/why/moments_row.h"
#include "ui/why/path_pane.h"
#include "ui/why/reasons_pane.h"
#include "ui/why/why_studio.h"
#include "ui/why/why_text.h"
#include "ui/why/why_words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds silent{300};   // before it is said that it takes a moment
constexpr std::chrono::milliseconds gathering{400};

}

void WhyPage::Parts::connectParts()
{
    slow.setSingleShot(true);
    slow.setInterval(silent);
    again.setSingleShot(true);
    again.setInterval(gathering);
    connect(&clock, &QTimer::timeout, this, [this] { reasons->tick(context.now()); });
    clock.start(std::chrono::seconds(1));
    connect(&slow, &QTimer::timeout, this,
            [this] { nothing->setSentence(WhyPage::tr("Looking up how it was decided…")); });
    connect(&again, &QTimer::timeout, this, [this] {
        if (moment)
            ask({conversation, moment->chosen, {}});
    });
    connect(moments, &MomentsRow::wanted, this, [this](int wanted) {
        if (moment && wanted != moment->chosen)
            ask({conversation, wanted, {}});
    });
    connect(path, &PathPane::policyWanted, &page, &WhyPage::policyWanted);
    connect(reasons, &ReasonsPane::policyWanted, &page, &WhyPage::policyWanted);
    connect(reasons, &ReasonsPane::tryWanted, this, &Parts::tryWay);
    connect(asCase, &QPushButton::clicked, this, [this] {
        if (moment)
            Q_EMIT page.caseWanted(caseFromMoment(*moment));
    });
    connect(newPolicy, &QPushButton::clicked, this, [this] {
        if (moment)
            Q_EMIT page.newPolicyWanted(policyFromMoment(*moment), moment->decision.policy.value_or(PolicyId{}));
    });
    connect(&context.model, &ConsoleModel::changed, this, &Parts::follow);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &Parts::showRights);
    connect(&context.theme, &Theme::changed, this, [this] {
        arrange();
        if (moment)
            show(ExplainedMoment(*moment));   // its marks are pictures in the colours of the theme
    });
}

void WhyPage::Parts::connectAnswers()
{
    connect(&context.analysis, &AnalysisPort::whyExplained, this,
            [this](quint64 answered, const ExplainedMoment& explained) {
                if (answered != ticket)
                    return;
                slow.stop();
                const bool same = moment && moment->decision == explained.decision;
                if (!same)
                    ways.clear();
                show(explained);
                if (same)
                    reasons->showOtherWays(ways);   // until they are found anew
            });
    connect(&context.analysis, &AnalysisPort::otherWaysFound, this,
            [this](quint64 answered, const std::vector<AnotherWay>& found) {
                if (answered != ticket)
                    return;
                ticket = 0;
                ways = found;
                reasons->showOtherWays(ways);
            });
    connect(&context.analysis, &AnalysisPort::failed, this, [this](quint64 answered, const QString& why) {
        if (answered != ticket)
            return;
        ticket = 0;
        slow.stop();
        moment.reset();
        nothing->setSentence(why);
        stack->setCurrentIndex(0);
    });
}

void WhyPage::Parts::ask(const WhyQuestion& question)
{
    callOff();
    slow.start();
    ticket = context.analysis.askWhy(question);
}

void WhyPage::Parts::askMoment(int step)
{
    if (!moment)
        return;
    const int wanted = std::clamp(moment->chosen + step, 0, int(moment->moments.size()) - 1);
    if (wanted != moment->chosen)
        ask({conversation, wanted, {}});
}

void WhyPage::Parts::callOff()
{
    if (ticket != 0)
        context.analysis.cancel(ticket);
    ticket = 0;
    slow.stop();
}

void WhyPage::Parts::show(const ExplainedMoment& explained)
{
    moment = explained;
    stack->setCurrentIndex(1);
    showHeader();
    facts->showMoment(*moment);
    path->showMoment(*moment);
    reasons->showMoment(*moment);
    if (ticket == 0)
        reasons->showOtherWays(ways);
    if (page.isVisible()
        && !page.isAncestorOf(QGuiApplication::focusObject() ? qobject_cast<QWidget*>(QGuiApplication::focusObject())
                                                             : nullptr))
        moments->setFocus(Qt::OtherFocusReason);
}

void WhyPage::Parts::showHeader()
{
    const Conversation& who = moment->conversation;
    QStringList words{line(who.visitorName, 80)};
    if (!who.company.empty())
        words[0] += u", "_s + line(who.company, 80);
    words << numberOf(who.id) << WhyPage::tr("decision %1 of %2").arg(moment->chosen + 1).arg(moment->moments.size());
    if (const QString origin = originLabel(who.origin); !origin.isEmpty())
        words << origin;
    about->setText(words.join(u" · "_s));
    moments->showMoments(moment->moments, moment->chosen);
    tier->setTier(tierOf(moment->decision, *moment->rulebook));
    sentence->setText(verdict(*moment));
    sentence->setToolTip(sentence->text().toHtmlEscaped());
    const QString by = moment->publishedBy.empty() ? QString() : context.model.agentName(AgentId{moment->publishedBy});
    version->setText(by.isEmpty() ? WhyPage::tr("Rulebook v%1").arg(moment->version)
                                  : WhyPage::tr("Rulebook v%1, by %2, %3")
                                        .arg(moment->version)
                                        .arg(by, formatAge(moment->publishedAt, context.now())));
    version->setVisible(moment->version > 0);
}

// The router and the studio check it again: this is a courtesy.
void WhyPage::Parts::showRights()
{
    const bool may = context.session.role != Role::Agent;
    for (QPushButton* button : {asCase, newPolicy}) {
        button->setEnabled(may);
        button->setToolTip(may ? QString() : WhyPage::tr("Leads and supervisors edit policies."));
    }
    caseAction->setEnabled(may);
    policyAction->setEnabled(may);
}

void WhyPage::Parts::follow(const ChangeSet& changes)
{
    if (!moment || !page.isVisible())
        return;
    const auto isIt = [this](const auto& each) { return each.conversation == conversation; };
    const bool news = std::ranges::any_of(changes.decisions, isIt) || std::ranges::any_of(changes.offersMade, isIt)
        || std::ranges::any_of(changes.conversations,
                               [this](const Conversation& each) { return each.id == conversation; });
    if (news && !again.isActive())
        again.start();
    if (std::ranges::find(changes.erased, conversation) != changes.erased.end())
        Q_EMIT page.backWanted();
}

void WhyPage::Parts::tryWay(const AnotherWay& way)
{
    Q_EMIT page.tryWanted(visitorTitle(moment->conversation), valuesOf(*moment, way.edits),
                          way.decision.policy.value_or(PolicyId{}));
}

void WhyPage::Parts::copy()
{
    if (moment)
        QGuiApplication::clipboard()->setText(whyAsText(*moment, ways, context.model, context.now()));
}

}
