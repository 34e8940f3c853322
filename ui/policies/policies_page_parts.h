#pragma once

#include "ui/policies/policies_page.h"
#include "ui/policies/policy_draft.h"
#include "ui/policies/policy_list_model.h"
#include "ui/policies/policy_reader.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/tag.h"

#include <functional>

class QListView;
class QPushButton;
class QSplitter;

namespace signalbox {

class PaneHeader;

// What the policies page is made of and does.
struct PoliciesPage::Parts : QObject {
    Parts(PoliciesPage& page, const PageContext& context);

    void buildLayout();
    void buildList();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();

    void follow();        // the live version and the rights, as the console knows them
    void refresh();       // head, reader and buttons, as the draft stands
    void showMessage();
    void choose(int row);
    void moveChosen(int steps);
    void publishDraft();
    void discardDraft();
    QString whyNotPublish() const;   // empty when it may be

    PoliciesPage& page;
    PageContext context;
    CommandAnswers commands;
    PolicyDraft draft;
    PolicyListModel model;
    QString refused;
    bool publishing = false;

    PaneHeader* header;
    Tag* tag;
    QPushButton* undo;
    QPushButton* discard;
    QPushButton* publish;
    InlineMessage* message;
    QListView* list;
    PolicyReader* reader;
    QSplitter* splitter;
    QAction* publishAction = nullptr;
    QAction* discardAction = nullptr;
    QList<QAction*> actions;
};

}
