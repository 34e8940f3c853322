#include "ui/insights/behind_pane.h"

#include "ui/insights/behind_delegate.h"
#include "ui/insights/behind_model.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

BehindPane::BehindPane(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_header(new PaneHeader(context.theme, tr("Behind it"), this)),
      m_words(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_model(new BehindModel(context, this)),
      m_list(new QListView(this)),
      m_open(newButton(tr("Open"), QStringLiteral("openBehind"), this)),
      m_why(newButton(tr("Why"), QStringLiteral("whyBehind"), this))
{
    setObjectName(QStringLiteral("behindPane"));
    setSurface(*this, context.theme, ThemeColor::Raised);
    build();
    m_slow.setSingleShot(true);
    m_slow.setInterval(300);   // before, nothing is worth saying
    connect(&m_slow, &QTimer::timeout, this, [this] { say(tr("Reading the conversations…")); });
    connect(&context.analysis, &AnalysisPort::conversationsListed, this, &BehindPane::take);
    connect(&context.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_slow.stop();
        say(why);
    });
    const auto chosen = [this] {
        const bool some = m_list->currentIndex().isValid();
        m_open->setEnabled(some);
        m_why->setEnabled(some);
    };
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, chosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, chosen);
    connect(m_list, &QListView::activated, this, &BehindPane::openChosen);
    connect(m_open, &QPushButton::clicked, this, &BehindPane::openChosen);
    connect(m_why, &QPushButton::clicked, this, &BehindPane::askWhy);
    chosen();
}

void BehindPane::build()
{
    Theme& theme = m_context.theme;
    auto* close = newIconButton(theme, QStringLiteral("close"), tr("Close"), QStringLiteral("closeBehind"), this);
    connect(close, &QToolButton::clicked, this, &BehindPane::leave);
    m_header->addRight(close);
    m_words->setObjectName(QStringLiteral("behindWords"));
    m_words->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(6));
    m_list->setObjectName(QStringLiteral("behindList"));
    m_list->setAccessibleName(tr("Conversations behind the figure"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new BehindDelegate(m_context, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*m_list->viewport(), theme, ThemeColor::Raised);
    m_open->setToolTip(tr("Opens the conversation (Enter)"));
    m_why->setToolTip(tr("Why it was decided so (W)"));
    auto* why = new QAction(tr("Why it was decided so"), this);   // a list would look for names that begin with W
    why->setObjectName(QStringLiteral("whyBehindFigure"));
    why->setShortcut(Qt::Key_W);
    why->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(why, &QAction::triggered, this, &BehindPane::askWhy);
    addAction(why);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10));
    buttons->setSpacing(theme.px(8));
    buttons->addWidget(m_open);
    buttons->addWidget(m_why);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(newLine(theme, this));
    column->addLayout(buttons);
}

void BehindPane::open(const QString& title, const std::vector<std::int64_t>& numbers, RowsOf of)
{
    if (m_ticket != 0)
        m_context.analysis.cancel(m_ticket);
    if (QWidget* const had = QApplication::focusWidget(); had && !isAncestorOf(had))
        m_before = had;
    m_header->setTitle(title);
    m_all = numbers.size();
    m_of = of;
    m_model->show({});
    say({});
    show();
    const std::size_t most = std::min(numbers.size(), mostListed);
    m_ticket = m_context.analysis.askConversations({numbers.rbegin(), numbers.rbegin() + std::ptrdiff_t(most)}, of);
    m_slow.start();
    m_list->setFocus(Qt::OtherFocusReason);
}

void BehindPane::say(const QString& words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void BehindPane::take(quint64 ticket, const std::vector<ReviewedConversation>& conversations)
{
    if (ticket != m_ticket || ticket == 0)
        return;
    m_ticket = 0;
    m_slow.stop();
    m_model->show(conversations);
    const QString all = formatCount(qint64(m_all));
    const bool cut = m_all > mostListed;
    const QString most = formatCount(qint64(mostListed));
    say(conversations.empty()        ? tr("Nothing is behind it: the figure has no rows yet.")
            : m_of == RowsOf::Alerts ? (cut ? tr("The conversations of the newest %1 of %2 alerts").arg(most, all)
                                            : m_all == 1 ? tr("The conversation of 1 alert")
                                                         : tr("The conversations of %1 alerts").arg(all))
            : cut                    ? tr("The newest %1 of %2 conversations").arg(most, all)
            : m_all == 1             ? tr("1 conversation")
                                     : tr("%1 conversations").arg(all));
    if (!conversations.empty())
        m_list->setCurrentIndex(m_model->index(0));
}

void BehindPane::leave()
{
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void BehindPane::openChosen()
{
    if (const QModelIndex chosen = m_list->currentIndex(); chosen.isValid())
        Q_EMIT conversationWanted(m_model->at(chosen.row()).id);
}

// At the moment it was to be a person's, or the alert came.
void BehindPane::askWhy()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    const ReviewedConversation& conversation = m_model->at(chosen.row());
    Q_EMIT whyWanted(conversation.id, conversation.owedAt.value_or(conversation.openedAt));
}

void BehindPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

}
