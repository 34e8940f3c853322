#include "ui/review/label_card.h"

#include "ui/alerts/alert_words.h"
#include "ui/review/review_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox {

namespace {

// The visitor's words, in a box of their own.
class Quote : public QLabel {
public:
    Quote(Theme& theme, QWidget* parent) : QLabel(parent), m_theme(theme)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setTextStyle(*this, theme, TextStyle::Body);
        setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(painter, rect(), m_theme.px(6), m_theme.color(ThemeColor::VisitorTint), Qt::transparent);
        painter.end();
        QLabel::paintEvent(event);
    }

private:
    Theme& m_theme;
};

}

LabelCard::LabelCard(const PageContext& context, ReviewState& state, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_state(state),
      m_when(new ElidedLabel(context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_tier(new TierChip(context.theme, this)),
      m_name(new ElidedLabel(context.theme, TextStyle::PaneTitle, ThemeColor::Text, this)),
      m_where(newParagraph({}, context.theme, TextStyle::Body, ThemeColor::TextMuted, this)),
      m_origin(new Tag(context.theme, this)),
      m_said(new Quote(context.theme, this)),
      m_followed(newParagraph({}, context.theme, TextStyle::Secondary, ThemeColor::Text, this)),
      m_question(newParagraph({}, context.theme, TextStyle::SectionLabel, ThemeColor::TextMuted, this)),
      m_reason(new QLineEdit(this))
{
    setObjectName(QStringLiteral("labelCard"));
    m_said->setObjectName(QStringLiteral("reviewSaid"));
    m_followed->setObjectName(QStringLiteral("reviewFollowed"));
    m_question->setObjectName(QStringLiteral("reviewQuestion"));
    m_tier->setChipSize(TierChipSize::Code);
    build();
}

void LabelCard::build()
{
    Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(14));
    column->setSpacing(theme.px(8));
    auto* head = new QHBoxLayout;
    head->addWidget(m_when, 1);
    head->addWidget(m_origin);
    head->addWidget(m_tier);
    column->addLayout(head);
    auto* who = new QVBoxLayout;
    who->setSpacing(theme.px(2));
    who->addWidget(m_name);
    who->addWidget(m_where);
    column->addLayout(who);
    column->addWidget(m_said);
    column->addWidget(m_followed);
    auto* links = new QHBoxLayout;
    links->setSpacing(theme.px(12));
    QPushButton* why = newLink(tr("Why it came"), QStringLiteral("reviewWhy"), this);
    QPushButton* open = newLink(tr("Open the conversation"), QStringLiteral("reviewOpenConversation"), this);
    links->addWidget(why);
    links->addWidget(open);
    links->addStretch(1);
    column->addLayout(links);
    column->addWidget(m_question);
    auto* verdicts = new QHBoxLayout;
    verdicts->setSpacing(theme.px(8));
    for (QPushButton* button : {newVerdict(Verdict::True, QStringLiteral("T"), QStringLiteral("labelTrue")),
                                newVerdict(Verdict::False, QStringLiteral("F"), QStringLiteral("labelFalse")),
                                newVerdict(Verdict::Unsure, QStringLiteral("U"), QStringLiteral("labelUnsure"))})
        verdicts->addWidget(button, 1);
    column->addLayout(verdicts);
    m_reason->setObjectName(QStringLiteral("reviewReason"));
    m_reason->setAccessibleName(tr("Why, for the label"));
    m_reason->setPlaceholderText(tr("Why (may stay empty)"));
    m_reason->setMaxLength(longestReasonOfLabel);
    column->addWidget(m_reason);
    connect(m_reason, &QLineEdit::returnPressed, this, &LabelCard::reasonGiven);
    connect(why, &QPushButton::clicked, this, &LabelCard::whyWanted);
    connect(open, &QPushButton::clicked, this, &LabelCard::conversationWanted);
}

QPushButton* LabelCard::newVerdict(Verdict verdict, const QString& key, const QString& objectName)
{
    QPushButton* button
        = newButton(tr("%1  (%2)", "a verdict and its key").arg(verdictWord(verdict), key), objectName, this);
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_verdicts[verdict] = button;
    connect(button, &QPushButton::clicked, this, [this, verdict] { Q_EMIT judged(verdict); });
    return button;
}

QString LabelCard::reason() const { return m_reason->text().trimmed(); }

void LabelCard::askForReason()
{
    m_reason->setFocus(Qt::ShortcutFocusReason);
    m_reason->selectAll();
}

void LabelCard::show(const ReviewItem& item, bool another)
{
    if (another) {
        const Label* const mine = m_state.myLabel(item);
        m_reason->setText(mine ? line(mine->reason, longestReasonOfLabel) : QString());
    }
    const ReviewedConversation& conversation = item.conversation;
    const bool tier = item.kind == ReviewItem::Kind::Tier;
    m_when->setText(
        tr("%1 · %2").arg(tier ? tr("Corrected tier") : m_state.triggerName(item.trigger), reviewMoment(item.at)));
    m_tier->setTier(m_context.model.tier(conversation.tier, conversation.tierRank));
    m_origin->setTag({conversation.origin == Origin::Practice ? tr("Simulated") : originLabel(conversation.origin),
                      {},
                      ThemeColor::TextMuted,
                      ThemeColor::Track});
    m_origin->setVisible(conversation.origin != Origin::Live);
    m_name->setText(line(conversation.visitorName, 80));
    QStringList where;
    if (!conversation.company.empty())
        where << line(conversation.company, 80);
    where << channelName(conversation.channel);
    if (item.score)
        where << tr("score %1").arg(formatNumber(*item.score));
    if (const QString held = heldBackCause(item.heldBack); !held.isEmpty())
        where << tr("held back: %1").arg(held);
    m_where->setText(where.join(QStringLiteral(" · ")));
    m_said->setText(conversation.said.empty() ? tr("They wrote nothing.")
                                              : tr("“%1”").arg(line(conversation.said, 400)));
    QString followed = tr("What followed: %1.").arg(followedWords(conversation, m_context.now()));
    if (!item.reason.empty())
        followed += u'\n' + tr("Reason given: %1").arg(line(item.reason, 200));
    m_followed->setText(followed);
    m_question->setText(questionOf(item));
    const auto verdict = m_state.verdictOf(item);
    for (const auto& [each, button] : m_verdicts)
        button->setChecked(verdict == each);
}

void LabelCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_context.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), theme.px(8), theme.color(ThemeColor::Panel), theme.color(ThemeColor::Line));
}

}
