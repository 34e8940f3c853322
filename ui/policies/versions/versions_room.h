#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/command_answers.h"

#include <QWidget>

#include <map>
#include <optional>
#include <string>

class QPushButton;
class QSplitter;
class QTableView;

namespace signalbox {

class DifferenceView;
class EmptyState;
class InlineMessage;
class PaneHeader;
class QuietCombo;
class VersionsModel;

// Every version that was ever live: who published it, when and why, and what it decided. Any two can be compared, the
// draft among them, and an old one can be published again or taken as the draft.
class VersionsRoom : public QWidget {
    Q_OBJECT

public:
    explicit VersionsRoom(const StudioContext& context, QWidget* parent = nullptr);
    ~VersionsRoom() override;

    // Shows what the draft changes in the version that is live.
    void compareDraft();

    QSize minimumSizeHint() const override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr int theDraft = 0;   // among version numbers

    void buildList(QSplitter& splitter);
    void buildComparison(QSplitter& splitter);
    void connectParts();
    void refreshVersions();   // asks for them
    void fillCombos();
    void chooseRow(int version);
    void compare();
    // The document of a version, or of the draft (0); none while it is being read.
    std::optional<std::string> document(int version);
    void refreshButtons();
    void publishAgain();
    void takeAsDraft();
    int chosen() const;

    StudioContext m_context;
    CommandAnswers m_commands;
    VersionsModel* m_model;
    QSplitter* m_splitter = nullptr;
    QTableView* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    PaneHeader* m_head = nullptr;
    QuietCombo* m_before = nullptr;
    QuietCombo* m_after = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_take = nullptr;
    InlineMessage* m_message = nullptr;
    DifferenceView* m_difference = nullptr;
    std::map<int, std::string> m_documents;   // versions never change
    std::map<quint64, int> m_reading;         // ticket to version
    quint64 m_listing = 0;
    bool m_publishing = false;
};

}
