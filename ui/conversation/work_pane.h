#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <map>

class QListView;
class QVBoxLayout;

namespace signalbox {

class CommandAnswers;
class EmptyState;
class InlineMessage;
class OfferCard;
class PaneHeader;
class WorkListModel;

// The left pane of My work: offers on top, then the conversations I have.
class WorkPane : public QWidget {
    Q_OBJECT

public:
    WorkPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

    // `looking`: the conversation that is shown, mine or not.
    void refresh(const std::optional<Conversation>& looking);
    void apply(const ChangeSet& changes, const ConversationId& shown);
    void tick(Instant now);
    void choose(const ConversationId& id);   // selects and marks read; `opened` is not emitted
    ConversationId next(const ConversationId& from, int step) const;
    ConversationId first() const;
    int attention() const;
    OfferCard* firstOffer() const;
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void opened(const signalbox::ConversationId& id);
    void accepted(const signalbox::ConversationId& id);   // an offer of mine was taken by me

private:
    void build();
    void showOffers();
    void addCard(const Offer& offer);
    void announce(const Offer& offer);
    void accept(OfferCard* card);
    void decline(OfferCard* card, const QString& reason);
    void offerEnded(const Offer& offer, OfferOutcome outcome);
    void showPlaces();

    PageContext m_context;
    CommandAnswers& m_commands;
    WorkListModel* m_model;
    PaneHeader* m_header;
    QWidget* m_offers;
    QVBoxLayout* m_cards;
    InlineMessage* m_notice;
    QListView* m_list;
    EmptyState* m_empty;
    std::map<OfferId, OfferCard*> m_cardOf;
    bool m_choosing = false;
};

}
