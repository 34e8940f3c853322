#pragma once

#include "model/domain/ids.h"
#include "ui/shared/page_context.h"

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;

namespace signalbox {

// How well `words` (case folded) fit `text`: 0 not at all; more for beginnings of words and for letters that stand together.
int paletteScore(const QString& text, const QString& words);

// Type to run a command or to open a conversation. Says why a command cannot be run now.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const PageContext& context, QList<QAction*> actions, QWidget* parent = nullptr);

Q_SIGNALS:
    void conversationChosen(const signalbox::ConversationId& conversation);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& words);
    void run();

    PageContext m_context;
    QList<QAction*> m_actions;
    QLineEdit* m_words;
    QListWidget* m_found;
};

}
