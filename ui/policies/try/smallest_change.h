#pragma once

#include "routing/trace/counterfactual.h"
#include "ui/policies/studio_context.h"
#include "ui/shared/background_work.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace signalbox {

class CardSection;
class Trial;

// The smallest change to the values that would make the chosen policy fire, searched for out of the way; to be tried.
class SmallestChange : public QWidget {
    Q_OBJECT

public:
    SmallestChange(const StudioContext& studio, Trial& trial, QWidget* parent = nullptr);

Q_SIGNALS:
    // Keep a case that the chosen policy must fire on: with the change made.
    void caseWanted(const signalbox::Values& values, const signalbox::PolicyId& policy);

private:
    void search();
    void show(const Counterfactual& answer);
    void say(const QString& words);
    Values changedValues() const;

    StudioContext m_studio;
    Trial& m_trial;
    QLabel* m_title;
    QLabel* m_words;
    QPushButton* m_try;
    QPushButton* m_keep;
    Counterfactual m_answer;
    PolicyId m_policy;
    BackgroundWork m_work;
};

}
