#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/page_context.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace signalbox {

class CardSection;
class ScrollColumn;

// Everything a person needs to take over: what the visitor wants, what is known and what to ask, why it came here and
// why to them.
class HandoffCard : public QWidget {
    Q_OBJECT

public:
    explicit HandoffCard(const PageContext& context, QWidget* parent = nullptr);

    void clear();
    void showDetail(const ConversationDetail& detail);
    QWidget* focusTarget() const;   // what F6 moves the keyboard to
    void tick(Instant now);   // time on page and waits have moved on

Q_SIGNALS:
    void policyWanted(const signalbox::PolicyId& policy);
    void conversationWanted(const signalbox::ConversationId& id);

private:
    void start();
    CardSection* addSection(const QString& title);
    QLabel* addText(CardSection* section, const QString& text, ThemeColor color = ThemeColor::Text);
    void addFact(CardSection* section, const QString& label, const QString& value, const QString& detail = {});
    void addSummary(const ConversationDetail& detail);
    void addQualification(const Decision& decision);
    void addSignals(const Decision& decision);
    void addWho(const ConversationDetail& detail);
    void addWhyHere(const ConversationDetail& detail);
    void addWhyYou(const ConversationDetail& detail);
    void addHistory(const ConversationDetail& detail);

    PageContext m_context;
    class PaneHeader* m_header;
    ScrollColumn* m_scroll;
    QVBoxLayout* m_sections = nullptr;
    QLabel* m_timeOnPage = nullptr;
    bool m_othersShown = false;
    std::optional<Instant> m_pageSince;
};

}
