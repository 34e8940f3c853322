#pragma once

#include "ui/policies/problems/problem_list.h"
#include "ui/policies/studio_context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class ProblemModel;

// What the checker finds, as a list; beneath it the chosen one: why, hidden by which policies, and its witness to try.
class ProblemsPane : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsPane(const StudioContext& studio, QWidget* parent = nullptr);

    // F8, Shift+F8: chooses the next or the one before, round the end, and goes to its place.
    void step(int by);
    void focusList();

private:
    void refresh();
    void showChosen();
    const Problem* chosen() const;
    void goTo(const Problem& problem);
    void keepChosen();
    void addHiders(const Problem& problem);

    StudioContext m_studio;
    ProblemModel* m_model;
    QLabel* m_state;
    QListView* m_list;
    QWidget* m_detail;
    QLabel* m_words;
    QLabel* m_hiddenBy;
    QVBoxLayout* m_hiders;
    QPushButton* m_go;
    QPushButton* m_try;
    std::optional<Problem> m_kept;   // the chosen one, to be chosen again when the list is new
};

}
