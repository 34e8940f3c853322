// What the review page is built of.
#include "ui/review/forecast_pane.h"
#include "ui/review/label_pane.h"
#include "ui/review/missed_pane.h"
#include "ui/review/proposals_pane.h"
#include "ui/review/review_page.h"
#include "ui/review/review_words.h"
#include "ui/review/threshold_pane.h"
#include "ui/review/trigger_rows_delegate.h"
#include "ui/review/trigger_rows_model.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace signalbox {

ReviewPage::ReviewPage(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(context),
      m_splitter(newSplitter(Qt::Horizontal, QStringLiteral("reviewSplitter"), this)),
      m_labels(new LabelPane(context, m_state, m_splitter)),
      m_header(new PaneHeader(context.theme, tr("Weekly review"))),
      m_week(new QuietCombo(tr("Week"), QStringLiteral("reviewWeek"))),
      m_origin(new QuietCombo(tr("Which conversations"), QStringLiteral("reviewOrigin"))),
      m_simulated(new Tag(context.theme)),
      m_left(newLabel({}, context.theme, TextStyle::Body, ThemeColor::TextMuted)),
      m_toggle(newButton(tr("Proposals"), QStringLiteral("showProposals"))),
      m_message(new InlineMessage(context.theme, MessageKind::Bad)),
      m_model(new TriggerRowsModel(m_state, this)),
      m_rows(new QListView),
      m_figures(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted)),
      m_threshold(new ThresholdPane(context, m_state)),
      m_proposals(new ProposalsPane(context, m_state, m_splitter))
{
    setObjectName(QStringLiteral("reviewPage"));
    setSurface(*this, context.theme, ThemeColor::Panel);
    build();
    buildActions();
    connectParts();
    refresh();
}

void ReviewPage::build()
{
    Theme& theme = m_context.theme;
    m_centre = newCentre();
    m_splitter->addWidget(m_labels);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_proposals);
    m_splitter->setStretchFactor(1, 1);
    m_labels->setMinimumWidth(theme.px(300));
    m_proposals->setMinimumWidth(theme.px(232));
    m_splitter->setSizes({theme.px(384), theme.px(900), theme.px(300)});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    setFocusProxy(m_labels->list());
}

QWidget* ReviewPage::newHeader()
{
    m_origin->addItem(tr("Live"), int(Origin::Live));
    m_origin->addItem(tr("Simulated", "practice conversations"), int(Origin::Practice));
    m_origin->addItem(tr("Imported"), int(Origin::Imported));
    m_simulated->setTag({tr("Simulated"), {}, ThemeColor::Note, ThemeColor::NoteTint});
    m_simulated->setObjectName(QStringLiteral("reviewSimulated"));
    m_left->setObjectName(QStringLiteral("reviewLeft"));
    m_toggle->setCheckable(true);
    m_week->setToolTip(tr("Weeks begin on Monday, 00:00 UTC."));
    m_week->setMinimumWidth(m_context.theme.px(208));   // the longest name
    m_header->row()->insertWidget(1, m_week);
    m_header->row()->insertWidget(2, m_origin);
    m_header->row()->insertWidget(3, m_simulated);
    m_header->addRight(m_left);
    m_header->addRight(m_toggle);
    return m_header;
}

QWidget* ReviewPage::newRows()
{
    Theme& theme = m_context.theme;
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, theme.px(14), 0, theme.px(12));
    column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(20), 0, theme.px(20), 0);
    head->addWidget(newLabel(tr("Were the alerts right?"), theme, TextStyle::BodyStrong, ThemeColor::Text, rows), 1);
    head->addWidget(newLabel(tr("labelled true, with 95 % interval · goal %1").arg(formatPercent(alertGoal)), theme,
                             TextStyle::Secondary, ThemeColor::TextMuted, rows));
    column->addLayout(head);
    m_rows->setObjectName(QStringLiteral("triggerRows"));
    m_rows->setAccessibleName(tr("Alerts by trigger"));
    m_rows->setModel(m_model);
    m_rows->setItemDelegate(new TriggerRowsDelegate(theme, m_rows));
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setMouseTracking(true);
    m_rows->setUniformItemSizes(true);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_rows);
    m_figures->setObjectName(QStringLiteral("triggerFigures"));
    auto* figures = new QVBoxLayout;
    figures->setContentsMargins(theme.px(20), 0, theme.px(20), 0);
    figures->addWidget(m_figures);
    column->addLayout(figures);
    return rows;
}

QWidget* ReviewPage::newCentre()
{
    Theme& theme = m_context.theme;
    auto* centre = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHeader());
    m_message->setObjectName(QStringLiteral("reviewMessage"));
    m_message->setDismissable(true);
    m_message->hide();
    column->addWidget(m_message);
    auto* content = new QWidget;
    setSurface(*content, theme, ThemeColor::Panel);
    auto* parts = new QVBoxLayout(content);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    auto* missed = new MissedPane(m_context, m_state, content);
    connect(missed, &MissedPane::whyWanted, this, &ReviewPage::whyWanted);
    parts->addWidget(newRows());
    parts->addWidget(newLine(theme, content));
    parts->addWidget(m_threshold);
    parts->addWidget(newLine(theme, content));
    parts->addWidget(missed);
    parts->addWidget(new ForecastPane(m_context, m_state, content));
    parts->addStretch(1);
    auto* scroll = new QScrollArea(centre);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    column->addWidget(scroll, 1);
    return centre;
}

QAction* ReviewPage::addAction(const QString& name, const QString& text, const QKeySequence& key,
                               std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setEnabled(false);   // until the page is seen
    connect(action, &QAction::triggered, this, std::move(act));
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void ReviewPage::buildActions()
{
    addAction(QStringLiteral("labelAsTrue"), tr("Label the alert true"), Qt::Key_T,
              [this] { m_labels->judge(Verdict::True); });
    addAction(QStringLiteral("labelAsFalse"), tr("Label the alert false"), Qt::Key_F,
              [this] { m_labels->judge(Verdict::False); });
    addAction(QStringLiteral("labelAsUnsure"), tr("Label the alert unsure"), Qt::Key_U,
              [this] { m_labels->judge(Verdict::Unsure); });
    addAction(QStringLiteral("nextToReview"), tr("Next to review"), Qt::Key_J, [this] { m_labels->go(1); });
    addAction(QStringLiteral("previousToReview"), tr("Previous to review"), Qt::Key_K, [this] { m_labels->go(-1); });
    addAction(QStringLiteral("reasonOfLabel"), tr("Say why, for the label"), Qt::Key_R, [this] { m_labels->askForReason(); });
    addAction(QStringLiteral("undoLastLabel"), tr("Take the last label back"), {}, [this] { m_labels->takeBack(); });
    addAction(QStringLiteral("whyReviewed"), tr("Why the alert came"), Qt::Key_W, [this] { m_labels->askWhy(); });
    addAction(QStringLiteral("suggestAlertThreshold"), tr("Suggest a threshold"), {},
              [this] { m_threshold->suggest(); });
    addAction(QStringLiteral("sendProposals"), tr("Send the proposals to the draft"), {}, [this] { send(); });
}

}
