#include "ui/review/label_pane.h"

#include "ui/review/label_card.h"
#include "ui/review/review_items_delegate.h"
#include "ui/review/review_items_model.h"
#include "ui/shared/bars.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace signalbox {

LabelPane::LabelPane(const PageContext& context, ReviewState& state, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(state),
      m_model(new ReviewItemsModel(state, this)),
      m_header(new PaneHeader(context.theme, tr("Label alerts"), this)),
      m_done(new Bar(context.theme, this)),
      m_card(new LabelCard(context, state, this)),
      m_list(new QListView(this)),
      m_empty(new EmptyState(context.theme, {}, {}, this))
{
    setSurface(*this, context.theme, ThemeColor::Raised);
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LabelPane::showCurrent);
    connect(&state, &ReviewState::loaded, this, &LabelPane::findAgain);
    connect(&state, &ReviewState::triggerChosen, this, &LabelPane::findAgain);
    connect(&state, &ReviewState::labelsChanged, this, &LabelPane::refresh);
    connect(m_card, &LabelCard::judged, this, &LabelPane::judge);
    connect(m_card, &LabelCard::whyWanted, this, &LabelPane::askWhy);
    connect(m_card, &LabelCard::reasonGiven, this, &LabelPane::takeReason);
    connect(m_card, &LabelCard::conversationWanted, this, [this] {
        if (const ReviewItem* const item = current())
            Q_EMIT conversationWanted(item->conversation.id);
    });
    refresh();
}

void LabelPane::build()
{
    Theme& theme = m_context.theme;
    m_list->setObjectName(QStringLiteral("reviewItems"));
    m_list->setAccessibleName(tr("Alerts and conversations to label"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewItemsDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    setSurface(*m_list->viewport(), theme, ThemeColor::Raised);
    m_empty->setObjectName(QStringLiteral("reviewEmpty"));
    m_done->setObjectName(QStringLiteral("reviewDone"));
    m_done->setFixedHeight(theme.px(4));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_stack = new QStackedLayout;
    auto* content = new QWidget(this);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, theme.px(12), 0, 0);
    inner->setSpacing(theme.px(12));
    auto* top = new QVBoxLayout;
    top->setContentsMargins(theme.px(12), 0, theme.px(12), 0);
    top->setSpacing(theme.px(12));
    top->addWidget(m_done);
    top->addWidget(m_card);
    inner->addLayout(top);
    inner->addWidget(m_list, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    column->addWidget(newLine(theme, this));
    column->addWidget(newFooter());
}

QWidget* LabelPane::newFooter()
{
    Theme& theme = m_context.theme;
    auto* footer = new QWidget(this);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(6));
    const auto key = [&](const QString& cap, const QString& what) {
        row->addWidget(newKeyCap(theme, cap, footer));
        row->addWidget(newLabel(what, theme, TextStyle::Secondary, ThemeColor::TextMuted, footer));
    };
    key(QStringLiteral("J"), tr("next"));
    key(QStringLiteral("K"), tr("previous"));
    key(QStringLiteral("R"), tr("why"));
    row->addStretch(1);
    m_undo = newLink(tr("Undo last label"), QStringLiteral("undoLabel"), footer);
    row->addWidget(m_undo);
    row->addWidget(newKeyCap(theme, QStringLiteral("Ctrl+Z"), footer));
    connect(m_undo, &QPushButton::clicked, this, &LabelPane::takeBack);
    return footer;
}

const ReviewItem* LabelPane::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->at(row) : nullptr;
}

void LabelPane::judge(Verdict verdict)
{
    const ReviewItem* const item = current();
    if (!item)
        return;
    const int row = m_list->currentIndex().row();
    m_state.give(*item, verdict, m_card->reason());
    const int next = m_model->nextToLabel(row);
    if (next >= 0)
        m_list->setCurrentIndex(m_model->index(next));
    refresh();
}

void LabelPane::go(int step)
{
    const int row = m_list->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void LabelPane::takeBack()
{
    const std::optional<std::pair<ConversationId, std::int64_t>> last = m_state.lastGiven();
    m_state.takeBack();
    for (int row = 0; last && row < m_model->rowCount(); ++row)
        if (m_model->at(row).conversation.id == last->first && m_model->at(row).alert == last->second) {
            m_list->setCurrentIndex(m_model->index(row));
            break;
        }
    refresh();
}

void LabelPane::askWhy()
{
    if (const ReviewItem* const item = current())
        Q_EMIT whyWanted(item->conversation.id, item->at);
}

void LabelPane::askForReason()
{
    if (current())
        m_card->askForReason();
}

// A reason that comes after the label is given with it again.
void LabelPane::takeReason()
{
    const ReviewItem* const item = current();
    if (const auto verdict = item ? m_state.verdictOf(*item) : std::nullopt)
        m_state.give(*item, *verdict, m_card->reason());
    m_list->setFocus();
}

// The same one as before among others; else the first without a label; else the first.
void LabelPane::findAgain()
{
    int row = -1;
    for (int i = 0; m_shown && row < 0 && i < m_model->rowCount(); ++i)
        if (m_model->at(i).conversation.id == m_shown->conversation.id && m_model->at(i).alert == m_shown->alert
            && m_model->at(i).kind == m_shown->kind)
            row = i;
    if (row < 0 && m_model->rowCount() > 0)
        row = std::max(0, m_model->nextToLabel(m_model->rowCount() - 1));
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    refresh();
}

void LabelPane::showCurrent()
{
    const ReviewItem* const item = current();
    if (!item)
        return;
    const bool another = !m_shown || m_shown->conversation.id != item->conversation.id || m_shown->alert != item->alert
        || m_shown->kind != item->kind;
    m_shown = *item;
    m_card->show(*item, another);
}

void LabelPane::refresh()
{
    const int all = m_state.alerts(), done = m_state.labelled();
    m_header->setDetail(all > 0 ? tr("%1 of %2 done").arg(formatCount(done), formatCount(all)) : QString());
    m_done->setShare(all > 0 ? double(done) / all : 0);
    m_done->setAccessibleName(tr("%1 of %2 alerts labelled").arg(done).arg(all));
    m_undo->setEnabled(m_state.canTakeBack());
    const bool something = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(something ? 0 : 1);
    m_empty->setSentence(!m_state.trouble().isEmpty() ? m_state.trouble()
                             : m_state.isLoaded()     ? tr("No alerts this week.")
                                                      : tr("Reading the week…"));
    showCurrent();
}

}
