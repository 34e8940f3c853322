#pragma once

#include "routing/rulebook/rulebook_issue.h"
#include "ui/policies/studio_context.h"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class DifferenceView;
class DraftKeeper;
class InlineMessage;

// Publishing asks once: it shows what differs from the live version and whose outcome that changes, wants a note, and a
// reason when pinned cases fail. Errors forbid it; each is a link to its place.
class PublishDialog : public QDialog {
    Q_OBJECT

public:
    PublishDialog(const StudioContext& context, DraftKeeper& keeper, QWidget* parent = nullptr);
    ~PublishDialog() override;

    void reject() override;   // not while it is being published

Q_SIGNALS:
    void published(int version);

private:
    void buildErrors(QVBoxLayout& column);
    void buildNote(QVBoxLayout& column);
    void buildButtons(QVBoxLayout& column);
    void refresh();
    QString whyNot() const;
    void publish();
    void refuse(const QString& why);
    void goTo(const QString& pointer);

    StudioContext m_context;
    DraftKeeper& m_keeper;
    std::string m_document;
    std::vector<RulebookIssue> m_issues;
    bool m_publishing = false;
    DifferenceView* m_difference;
    InlineMessage* m_message;
    InlineMessage* m_failing;
    QLineEdit* m_note;
    QLineEdit* m_reason;
    QLabel* m_why;
    QPushButton* m_publish;
    QPushButton* m_cancel;
};

}
