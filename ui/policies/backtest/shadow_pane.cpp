#include "ui/policies/backtest/shadow_pane.h"

#include "ui/policies/backtest/partings_delegate.h"
#include "ui/policies/backtest/partings_model.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Parting partingOf(const ShadowDifference& difference, Instant now)
{
    return {difference.conversation,
            numberOf(difference.conversation) + u' ' + line(difference.visitorName),
            formatAge(difference.at, now),
            formatExact(difference.at),
            {ShadowPane::tr("Live: %1").arg(line(difference.live)),
             ShadowPane::tr("With the draft: %1").arg(line(difference.shadow))}};
}

// "10:42", or with the day when it was not today.
QString sinceWhen(Instant since, Instant now)
{
    const QString clock = formatClock(since);
    const QString day = formatDay(since, now);
    if (day == formatDay(now, now))
        return clock;
    const bool yesterday = day == formatDay(now - std::chrono::hours(24), now);
    return ShadowPane::tr("%1, %2", "day, time").arg(yesterday ? day.toLower() : day, clock);   // within a sentence
}

}

ShadowPane::ShadowPane(const StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(context.page.port, context.page.model),
      m_header(new PaneHeader(context.page.theme, tr("Beside the live rulebook"), this)),
      m_start(newPrimaryButton(tr("Run this draft beside it"), u"startShadow"_s, this)),
      m_stop(newButton(tr("Stop"), u"stopShadow"_s, this)),
      m_message(new InlineMessage(context.page.theme, MessageKind::Info, this)),
      m_empty(new EmptyState(context.page.theme, {}, {}, this)),
      m_list(new QListView(this)),
      m_rows(new PartingsModel(this))
{
    Theme& theme = context.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->addRight(m_stop);
    m_header->addRight(m_start);
    column->addWidget(m_header);
    column->addWidget(m_message);
    m_list->setObjectName(u"shadowList"_s);
    m_list->setAccessibleName(tr("Conversations that the two rulebooks lead to different places, newest first"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PartingsDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*m_list->viewport(), theme, ThemeColor::Panel);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    m_message->hide();
    connect(m_start, &QPushButton::clicked, this, &ShadowPane::start);
    connect(m_stop, &QPushButton::clicked, this, &ShadowPane::stop);
    connect(&context.page.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.shadow || changes.rulebook)
            refresh();
    });
    connect(&context.page.model, &ConsoleModel::sessionChanged, this, &ShadowPane::refresh);
    refresh();
}

void ShadowPane::start() { send(m_context.draft.document()); }
void ShadowPane::stop() { send({}); }

void ShadowPane::send(const std::string& document)
{
    m_message->hide();
    m_commands.send(
        RunShadow{document, m_context.page.session.agent}, [] {},
        [this](const QString& why) {
            m_message->setKind(MessageKind::Bad);
            m_message->setText(tr("That was refused."), why);
            m_message->show();
        });
}

void ShadowPane::refresh()
{
    const ShadowOnScreen& shadow = m_context.page.model.shadow();
    const bool may = m_context.page.session.role == Role::Supervisor;
    m_start->setText(shadow.running ? tr("Run the draft as it is now") : tr("Run this draft beside it"));
    m_start->setEnabled(may);
    m_start->setToolTip(may ? QString() : tr("Only supervisors may do this"));
    m_stop->setEnabled(may);
    m_stop->setVisible(shadow.running);
    m_header->setDetail(shadow.running ? tr("since %1 · %2 decisions · %3 lead elsewhere")
                                             .arg(sinceWhen(shadow.since, m_context.page.now()),
                                                  formatCount(shadow.decisions), formatCount(shadow.differing))
                                       : tr("nothing runs"));
    m_header->setToolTip(shadow.running ? tr("Started by %1, %2")
                                              .arg(m_context.page.model.agentName(shadow.by), formatExact(shadow.since))
                                              .toHtmlEscaped()
                                        : QString());
    std::vector<Parting> rows;
    for (auto difference = shadow.latest.rbegin(); difference != shadow.latest.rend(); ++difference)
        rows.push_back(partingOf(*difference, m_context.page.now()));
    m_rows->setRows(std::move(rows));
    m_list->setVisible(m_rows->rowCount() > 0);
    m_empty->setVisible(m_rows->rowCount() == 0);
    m_empty->setSentence(
        !shadow.running
            ? tr("Let the draft decide all live conversations too, without any effect, to see where it parts "
                 "from the rulebook that is live. Practice and imported conversations are left out.")
            : shadow.decisions == 0
            ? tr("It runs. Nothing has been decided since.")
            : tr("They have not parted yet. When that stays so, publishing this draft changes nothing that came up."));
}

}
