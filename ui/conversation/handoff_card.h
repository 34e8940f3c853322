#pragma once

#include "model/domain/change_set.h"
#include "ui/alerts/alert_desk.h"
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

namespace signalbox {

class CardPart;
class CardSection;
class PaneHeader;
class ScrollColumn;
class SignalRow;
struct CardSentence;
struct VisitorFact;

// Everything a person needs to take over: what the visitor wants and has been told, what is known and what to ask, why it
// came here and why to them. Intent, tier and criteria can be put right, with a reason. Ctrl+Shift+C copies it as text.
class HandoffCard : public QWidget {
    Q_OBJECT

public:
    explicit HandoffCard(const PageContext& context, QWidget* parent = nullptr);

    void clear();
    void showDetail(const ConversationDetail& detail);
    // What is known by now. Of the same conversation only the parts that change are made anew, one after the other, so that
    // no frame waits for all of them.
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
    void refused(const QString& what, const QString& why);   // "It was not labelled.", why

private:
    void start();
    void showAllParts();
    void showNextPart();
    void settle();
    void putInTabOrder();
    void follow(const ChangeSet& changes);
    void copy();
    bool mayCorrect() const;
    CardSection* addSection(const QString& title);
    QLabel* addText(CardSection* section, const QString& text, ThemeColor color = ThemeColor::Text);
    void addSentence(CardSection* section, const CardSentence& sentence, const QString& objectName);
    QToolButton* newCorrecting(const std::string& subject, const QString& name, QWidget* parent);
    void addCorrection(CardSection* section, const QString& words);

    void addSummary();
    void addWants();
    void addWorth();
    void addQualification();
    void addSignals();
    void addWho();
    std::vector<VisitorFact> contactFacts() const;
    std::optional<Instant> onPageSince() const;
    QString promiseText() const;
    void addAi();
    void addNotes();
    void addWhyHere();
    void addWhyYou();
    void addHappened();
    void addAlerts();
    void askForLabel(std::int64_t alert, const QWidget& link);
    bool takeAlerts(const ChangeSet& changes);
    void addFollowUps();
    void addEarlier();

    static const std::array<void (HandoffCard::*)(), 14> parts;

    PageContext m_context;
    AlertDesk m_desk;
    PaneHeader* m_header;
    ScrollColumn* m_scroll;
    QToolButton* m_copy;
    std::array<CardPart*, 14> m_parts{};   // of the conversation that is shown
    CardPart* m_part = nullptr;            // the one that is brought up to date
    std::optional<ConversationDetail> m_detail;
    QPointer<QLabel> m_timeOnPage;
    std::optional<Instant> m_pageSince;
    QPointer<CardSection> m_signals;
    std::vector<std::pair<SignalRow*, SignalShare>> m_shares;   // as long as their section
    bool m_othersShown = false;
    bool m_partsChanged = false;   // since they were put in the order of the Tab key
    QTimer m_inParts;              // runs while parts are brought up to date one by one
    std::size_t m_nextPart = 0;
};

}
