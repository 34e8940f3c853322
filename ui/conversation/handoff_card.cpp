#include "ui/conversation/handoff_card.h"

#include "ui/conversation/card_link.h"
#include "ui/conversation/card_part.h"
#include "ui/conversation/handoff_correction.h"
#include "ui/conversation/handoff_rows.h"
#include "ui/conversation/handoff_text.h"
#include "ui/conversation/handoff_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

HandoffCard::HandoffCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_desk(context),
      m_header(new PaneHeader(context.theme, tr("Handoff card"), this)),
      m_scroll(new ScrollColumn(context.theme, ThemeColor::Raised, this)),
      m_copy(newIconButton(context.theme, u"copy"_s, tr("Copy card as text (Ctrl+Shift+C)"), u"copyCard"_s, this))
{
    setObjectName(u"handoffCard"_s);
    setAccessibleName(tr("Handoff card"));
    setSurface(*this, context.theme, ThemeColor::Raised);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    m_header->addRight(m_copy);
    m_scroll->setAccessibleName(tr("Handoff card"));
    layout->addWidget(m_scroll, 1);
    auto* copying = new QAction(tr("Copy card as text"), this);
    copying->setObjectName(u"copyCardAsText"_s);
    copying->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copying->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(copying);
    connect(copying, &QAction::triggered, this, &HandoffCard::copy);
    connect(m_copy, &QToolButton::clicked, this, &HandoffCard::copy);
    connect(&m_context.model, &ConsoleModel::changed, this, &HandoffCard::follow);
    connect(&m_desk, &AlertDesk::refused, this, &HandoffCard::refused);
    connect(&m_inParts, &QTimer::timeout, this, &HandoffCard::showNextPart);
    start();
}

QWidget* HandoffCard::focusTarget() const { return m_scroll; }

void HandoffCard::clear()
{
    m_detail.reset();
    start();
    m_scroll->finish();
}

void HandoffCard::start()
{
    m_inParts.stop();
    m_pageSince.reset();
    m_shares.clear();
    m_header->setDetail({});
    m_copy->setVisible(m_detail.has_value());
    QVBoxLayout* const column = m_scroll->restart();
    for (CardPart*& part : m_parts) {
        part = new CardPart(*m_scroll, column->parentWidget());
        column->addWidget(part);
    }
    column->addStretch();
}

void HandoffCard::showDetail(const ConversationDetail& detail)
{
    m_detail = detail;
    m_desk.know(detail.labels);
    start();
    showAllParts();
    m_scroll->finish();
}

void HandoffCard::updateDetail(const ConversationDetail& detail)
{
    if (!m_detail || m_detail->conversation.id != detail.conversation.id) {
        showDetail(detail);
        return;
    }
    m_detail = detail;
    m_desk.know(detail.labels);
    m_nextPart = 0;
    m_inParts.start();
}

// A correction may come between two details of the page.
void HandoffCard::follow(const ChangeSet& changes)
{
    if (!m_detail)
        return;
    bool news = takeAlerts(changes);
    for (const auto& [id, correction] : changes.corrections) {
        const auto& known = m_detail->corrections;
        if (id != m_detail->conversation.id || std::ranges::find(known, correction) != known.end())
            continue;
        m_detail->corrections.push_back(correction);
        news = true;
    }
    if (news)
        showAllParts();
}

// From the top to the bottom.
const std::array<void (HandoffCard::*)(), 14> HandoffCard::parts{
    &HandoffCard::addSummary, &HandoffCard::addWants,  &HandoffCard::addWorth,    &HandoffCard::addQualification,
    &HandoffCard::addSignals, &HandoffCard::addWho,    &HandoffCard::addAi,       &HandoffCard::addNotes,
    &HandoffCard::addWhyHere, &HandoffCard::addWhyYou, &HandoffCard::addHappened, &HandoffCard::addAlerts,
    &HandoffCard::addFollowUps, &HandoffCard::addEarlier};

void HandoffCard::showAllParts()
{
    m_inParts.stop();
    for (m_nextPart = 0; m_nextPart < parts.size();)
        showNextPart();
}

void HandoffCard::showNextPart()
{
    m_part = m_parts[m_nextPart];
    (this->*parts[m_nextPart])();
    if (m_part->finish()) {
        m_partsChanged = true;
        tick(m_context.now());
    }
    if (++m_nextPart == parts.size())
        settle();
}

void HandoffCard::settle()
{
    m_inParts.stop();
    m_header->setDetail(m_detail->conversation.waitingSince
                            ? tr("waiting since %1").arg(formatClock(*m_detail->conversation.waitingSince))
                            : QString());
    if (std::exchange(m_partsChanged, false))
        putInTabOrder();
    tick(m_context.now());
}

// What was made last would come last.
void HandoffCard::putInTabOrder()
{
    QWidget* before = m_scroll;
    for (const CardPart* part : m_parts)
        for (QWidget* each : part->findChildren<QWidget*>())
            if (each->focusPolicy() & Qt::TabFocus) {
                setTabOrder(before, each);
                before = each;
            }
}

QString HandoffCard::asText() const
{
    return m_detail ? cardAsText(*m_detail, m_context.model, m_context.now()) : QString();
}

void HandoffCard::copy()
{
    if (m_detail)
        QGuiApplication::clipboard()->setText(asText());
}

CardSection* HandoffCard::addSection(const QString& title)
{
    auto* section = new CardSection(m_context.theme, title, m_part);
    m_part->addSection(section);
    return section;
}

QLabel* HandoffCard::addText(CardSection* section, const QString& text, ThemeColor color)
{
    QLabel* label = newParagraph(text, m_context.theme, TextStyle::Body, color, section);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section->content()->addWidget(label);
    return label;
}

void HandoffCard::addSentence(CardSection* section, const CardSentence& sentence, const QString& objectName)
{
    if (!sentence.message) {
        addText(section, sentence.words, ThemeColor::TextMuted);
        return;
    }
    auto* link = new CardLink(m_context.theme, sentence.words, objectName, section);
    link->setLook(TextStyle::Body, ThemeColor::Text);
    link->setToolTip(tr("Show the message"));
    connect(link, &CardLink::clicked, this, [this, to = *sentence.message] { Q_EMIT messageWanted(to); });
    section->content()->addWidget(link);
}

QToolButton* HandoffCard::newCorrecting(const std::string& subject, const QString& name, QWidget* parent)
{
    QToolButton* button
        = newIconButton(m_context.theme, u"edit"_s, name, u"correct_"_s + QString::fromStdString(subject), parent);
    button->setFixedSize(m_context.theme.px(20), m_context.theme.px(20));
    button->setIconSize({m_context.theme.px(13), m_context.theme.px(13)});
    button->setVisible(mayCorrect());
    connect(button, &QToolButton::clicked, this, [this, subject] {
        if (m_detail)
            (new CorrectionDialog(m_context, *m_detail, subject, this))->open();
    });
    return button;
}

bool HandoffCard::mayCorrect() const { return !m_context.session.agent.empty() && !m_detail->conversation.closedAt; }

void HandoffCard::addCorrection(CardSection* section, const QString& words)
{
    if (words.isEmpty())
        return;
    QLabel* label = newParagraph(words, m_context.theme, TextStyle::Secondary, ThemeColor::Note, section);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section->content()->addWidget(label);
}

void HandoffCard::tick(Instant now)
{
    if (m_timeOnPage && m_pageSince)
        m_timeOnPage->setText(formatSpan(std::chrono::duration_cast<seconds>(now - *m_pageSince)));
    if (!m_signals || !m_detail || !m_detail->decision)
        return;
    double score = m_detail->decision->intentScore;
    for (const auto& [row, share] : m_shares)
        if (share.score == Score::Intent)
            score += pointsAt(share, m_detail->decision->at, now, m_context.model.rulebook()) - share.points;
    score = std::clamp(score, 0.0, 100.0);
    for (const auto& [row, share] : m_shares)
        row->setPoints(pointsAt(share, m_detail->decision->at, now, m_context.model.rulebook()), score);
    m_signals->setTotal(tr("%1 intent score").arg(formatNumber(std::round(score))));
}

}
