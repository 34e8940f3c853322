#pragma once

#include "model/domain/conversation.h"
#include "model/domain/offer.h"
#include "ui/shared/page_context.h"

#include <QFrame>

class QPushButton;

namespace signalbox {

class CountdownLabel;
class ElidedLabel;
class InlineMessage;
class TierChip;

// One conversation held out to me: what it is worth, why it comes to me, and how long the offer stands. Enter accepts,
// Esc or D declines while the card has the keyboard.
class OfferCard : public QFrame {
    Q_OBJECT

public:
    OfferCard(const PageContext& context, const Offer& offer, QWidget* parent = nullptr);

    const Offer& offer() const { return m_offer; }
    void showConversation(const Conversation& conversation);
    void tick(Instant now);
    void setBusy(bool busy);   // an answer is on its way: no second one
    void showRefusal(const QString& why);
    void takeKeyboard();

Q_SIGNALS:
    void accepted();
    void declined(const QString& reason);
    void looked();   // the card was clicked: show the conversation

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void build();
    void addReasons();
    void showWhy(const Conversation& conversation);

    PageContext m_context;
    Offer m_offer;
    std::optional<Conversation> m_conversation;
    TierChip* m_tier;
    CountdownLabel* m_lapses;
    ElidedLabel* m_name;
    ElidedLabel* m_about;
    ElidedLabel* m_said;
    ElidedLabel* m_waiting;
    ElidedLabel* m_why;
    InlineMessage* m_refusal;
    QPushButton* m_accept;
    QPushButton* m_decline;
};

}
