#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace signalbox {

struct PolicyCase;

// The cases of the draft: how each came out, what must come out, and whose test it is.
class CasesPane : public QWidget {
    Q_OBJECT

public:
    explicit CasesPane(const StudioContext& studio, QWidget* parent = nullptr);

    void choose(const CaseId& id);

private:
    void tryChosen();
    void buildList(QWidget& side);
    void buildDetail(QWidget& side);
    QComboBox* addChoice(const QString& objectName, const QString& label);
    void refreshList();
    void refreshDetail();
    void refreshOutcome();
    CaseId chosen() const;
    void edit(const QString& mergeKey, const std::function<void(PolicyCase&)>& change);
    template <class Id>
    void fill(QComboBox& choice, const QString& none, const std::vector<std::pair<Id, QString>>& entries,
              const Id& now);

    StudioContext m_studio;
    QListWidget* m_list = nullptr;
    QLabel* m_summary = nullptr;
    QWidget* m_detail = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_pinned = nullptr;
    QComboBox* m_policy = nullptr;
    QComboBox* m_queue = nullptr;
    QComboBox* m_tier = nullptr;
    QLabel* m_outcome = nullptr;
    bool m_filling = false;
};

// The pane in a window of its own; one for each parent, brought to the front when it is there.
CasesPane& openCases(const StudioContext& studio, QWidget& parent);

}
