#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/page_context.h"
#include "ui/shared/theme.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>
#include <utility>
#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace signalbox {

class CardSection;
class PaneHeader;
class ScrollColumn;
class SignalRow;
struct CardSentence;

// Everything a person needs to take over: what the visitor wants and has been told, what is known and what to ask, why it
// came here and why to them. Intent, tier and criteria can be put right, with a reason. Ctrl+Shift+C copies it as text.
class HandoffCard : public QWidget {
    Q_OBJECT

public:
    explicit HandoffCard(const PageContext& context, QWidget* parent = nullptr);

    void clear();
    void showDetail(const ConversationDetail& detail);
    // What is known of the same conversation by now: put together part by part, so that no frame waits for it.
    void updateDetail(const ConversationDetail& detail);
    QWidget* focusTarget() const;   // what F6 moves the keyboard to
    void tick(Instant now);         // time on page and what signals count for have moved on
    QString asText() const;         // the whole card, empty without a conversation

Q_SIGNALS:
    void policyWanted(const signalbox::PolicyId& policy);
    void conversationWanted(const signalbox::ConversationId& id);
    void messageWanted(qint64 sequence);                   // to be shown in the transcript
    void questionWanted(const QString& question);          // to be put into the composer
    void whyWanted(const signalbox::ConversationId& id);   // the Why page

private:
    void start();
    void addNextPart();
    void finish();
    void refresh();
    void follow(const ChangeSet& changes);
    void copy();
    CardSection* addSection(const QString& title);
    QLabel* addText(CardSection* section, const QString& text, ThemeColor color = ThemeColor::Text);
    void addSentence(CardSection* section, const CardSentence& sentence, const QString& objectName);
    void addFact(CardSection* section, const QString& label, const QString& value, const QString& detail = {});
    QToolButton* newCorrecting(const std::string& subject, const QString& name, QWidget* parent);
    void addCorrection(CardSection* section, const std::string& subject);

    void addSummary();
    void addWants();
    void addWorth();
    void addQualification();
    void addSignals();
    void addWho();
    void addContact(CardSection* section);
    void addTimeOnPage(CardSection* section);
    void addAi();
    void addNotes();
    void addWhyHere();
    void addWhyYou();
    void addHappened();
    void addFollowUps();
    void addEarlier();

    static const std::array<void (HandoffCard::*)(), 13> parts;

    PageContext m_context;
    PaneHeader* m_header;
    ScrollColumn* m_scroll;
    QToolButton* m_copy;
    QVBoxLayout* m_sections = nullptr;
    std::optional<ConversationDetail> m_detail;
    QPointer<QLabel> m_timeOnPage;
    std::optional<Instant> m_pageSince;
    QPointer<CardSection> m_signals;
    std::vector<std::pair<SignalRow*, SignalShare>> m_shares;   // as long as their section
    bool m_othersShown = false;
    QTimer m_inParts;   // runs while the card is put together aside
    std::size_t m_nextPart = 0;
};

}
