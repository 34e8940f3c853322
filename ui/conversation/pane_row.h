#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <vector>

class QSplitter;

namespace signalbox {

class ConversationPane;
struct Conversation;

// Up to three conversations side by side, as many as there is room for. Commands are for the active one: the one that
// has the keyboard, or had it last.
class PaneRow : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t mostPanes = 3;

    explicit PaneRow(const PageContext& context, QWidget* parent = nullptr);
    ~PaneRow() override;

    ConversationPane& active() const { return *m_active; }
    const std::vector<ConversationPane*>& panes() const { return m_panes; }
    std::vector<Conversation> conversations() const;   // those that stand open
    std::vector<ConversationId> shown() const;
    void activate(ConversationPane& pane);
    void open(const ConversationId& id);   // in the active pane, unless it stands open already
    void openBeside(
        const ConversationId& id);        // in a further pane, or in another than the active one when there is no room
    void leave(ConversationPane& pane);   // the last one stays
    void cycle(int step);
    void tick(Instant now);

Q_SIGNALS:
    void activeChanged();
    void changed();         // one shows another conversation, came or went, or knows something new
    void detailChanged();   // of the active one
    void leftBehind(signalbox::ConversationPane* pane, const signalbox::ConversationId& id);
    void windowWanted(const signalbox::ConversationId& id);
    void cardToggled();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    ConversationPane* addPane();
    ConversationPane* paneOf(const ConversationId& id) const;
    std::size_t roomFor() const;
    void remove(ConversationPane* pane);
    void mark();

    PageContext m_context;
    QSplitter* m_splitter;
    std::vector<ConversationPane*> m_panes;
    ConversationPane* m_active = nullptr;
};

}
