#include "ui/review/missed_pane.h"

#include "ui/review/review_words.h"
#include "ui/shared/bars.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

MissedPane::MissedPane(const PageContext& context, ReviewState& state, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(state),
      m_words(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_bar(new Bar(context.theme, this)),
      m_more(newButton(tr("Sample 40 more"), QStringLiteral("sampleMore"), this)),
      m_found(new QListWidget(this))
{
    m_words->setObjectName(QStringLiteral("missedWords"));
    build();
    connect(m_more, &QPushButton::clicked, &state, &ReviewState::sampleMore);
    connect(m_found, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const auto& [conversation, at] = m_rows[std::size_t(m_found->row(item))];
        Q_EMIT whyWanted(conversation, at);
    });
    connect(&state, &ReviewState::loaded, this, &MissedPane::refresh);
    connect(&state, &ReviewState::triggerChosen, this, &MissedPane::refresh);
    connect(&state, &ReviewState::labelsChanged, this, &MissedPane::refresh);
    refresh();
}

void MissedPane::build()
{
    Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(20));
    column->setSpacing(theme.px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(20));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(6));
    words->addWidget(newLabel(tr("What did we miss?"), theme, TextStyle::BodyStrong, ThemeColor::Text, this));
    words->addWidget(m_words);
    m_bar->setFixedHeight(theme.px(4));
    words->addWidget(m_bar);
    row->addLayout(words, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    column->addLayout(row);
    m_found->setObjectName(QStringLiteral("missedList"));
    m_found->setAccessibleName(tr("Conversations that were worth an alert and raised none"));
    m_found->setFrameShape(QFrame::NoFrame);
    m_found->setItemDelegate(new RowDelegate(theme, m_found));
    m_found->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_found->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_found);
}

void MissedPane::refresh()
{
    const MissedEstimate missed = m_state.missed(m_state.trigger());
    m_words->setVisible(m_state.isLoaded());
    QStringList words{missedWords(missed, m_state.triggerName(m_state.trigger()))};
    const std::vector<Channel> channels = m_state.silentChannels(m_state.trigger());
    for (const Channel channel : channels)
        if (channels.size() > 1)
            words << channelMissedWords(channel, m_state.missed(m_state.trigger(), channel));
    m_words->setText(words.join(u'\n'));
    m_bar->setShare(missed.drawn > 0 ? double(missed.judged) / double(missed.drawn) : 0);
    m_bar->setAccessibleName(tr("%1 of %2 sampled conversations labelled").arg(missed.judged).arg(missed.drawn));
    m_more->setEnabled(!m_state.isLoading() && missed.drawn < missed.silent);
    listFound();
}

void MissedPane::listFound()
{
    m_found->clear();
    m_rows.clear();
    for (const ReviewItem& item : m_state.items()) {
        if (item.kind != ReviewItem::Kind::Silent || m_state.verdictOf(item) != Verdict::True)
            continue;
        QStringList parts{reviewMoment(item.at), line(item.conversation.visitorName, 60)};
        if (!item.conversation.company.empty())
            parts << line(item.conversation.company, 60);
        parts << line(item.conversation.said, 120);
        parts << (item.score ? tr("score %1").arg(formatNumber(*item.score)) : tr("no score"));
        m_found->addItem(parts.join(QStringLiteral("  ·  ")));
        m_rows.emplace_back(item.conversation.id, item.at);
    }
    m_found->setVisible(m_found->count() > 0);
    m_found->setFixedHeight(m_found->count() * std::max(1, m_found->sizeHintForRow(0)) + 2);
}

}
