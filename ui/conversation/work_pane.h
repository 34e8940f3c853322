#pragma once

#include "model/domain/change_set.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <map>

class QKeyEvent;
class QListView;
class QMenu;
class QVBoxLayout;

namespace signalbox {

class CommandAnswers;
class EmptyState;
class InlineMessage;
class OfferCard;
class PaneHeader;
class UndoBar;
class WorkListModel;

// The left pane of My work: offers on top, then the conversations I have and what I promised to do. In the list Enter
// opens, Ctrl+Enter opens beside what is shown, D says a follow-up is done, Del calls it off.
class WorkPane : public QWidget {
    Q_OBJECT

public:
    WorkPane(const PageContext& context, CommandAnswers& commands, QWidget* parent = nullptr);

    // `shown`: the conversations that stand open, mine or not.
    void refresh(const std::vector<Conversation>& shown);
    void apply(const ChangeSet& changes, const std::vector<ConversationId>& shown);
    void tick(Instant now);
    void choose(const ConversationId& id);   // selects and marks read; `opened` is not emitted
    bool isChoosingFollowUp() const;         // the keyboard is on one: what is shown does not take the mark away
    ConversationId next(const ConversationId& from, int step) const;
    ConversationId first() const;
    int attention() const;
    OfferCard* firstOffer() const;
    QListView* list() const { return m_list; }

Q_SIGNALS:
    void opened(const signalbox::ConversationId& id);
    void openedBeside(const signalbox::ConversationId& id);
    void windowWanted(const signalbox::ConversationId& id);
    void accepted(const signalbox::ConversationId& id);   // an offer of mine was taken by me

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildList();
    void showOffers();
    void addCard(const Offer& offer);
    void announce(const Offer& offer);
    void accept(OfferCard* card);
    void decline(OfferCard* card, const QString& reason);
    void offerEnded(const Offer& offer, OfferOutcome outcome);
    void showPlaces();
    QString placesByChannel(const Agent& me) const;
    void open(int row);
    void showMenu(const QPoint& at);
    void fillFollowUpMenu(QMenu& menu, const FollowUpOnScreen& followUp);
    void endFollowUp(FollowUpOnScreen followUp, bool done);
    void say(const QString& what, const QString& why = {});
    bool listKey(const QKeyEvent& key);

    PageContext m_context;
    CommandAnswers& m_commands;
    WorkListModel* m_model;
    PaneHeader* m_header;
    QWidget* m_offers;
    QVBoxLayout* m_cards;
    InlineMessage* m_notice;
    QListView* m_list;
    EmptyState* m_empty;
    UndoBar* m_undo;
    std::vector<Conversation> m_shown;
    std::map<OfferId, OfferCard*> m_cardOf;
    bool m_choosing = false;
};

}
