#pragma once

#include "ui/review/review_state.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class ElidedLabel;
class Tag;
class TierChip;

// One alert, or one conversation without, with what it takes to judge it and the three verdicts.
class LabelCard : public QFrame {
    Q_OBJECT

public:
    LabelCard(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

    void show(const ReviewItem& item, bool another);   // another one than before
    QString reason() const;
    void askForReason();   // moves the keyboard there

Q_SIGNALS:
    void judged(signalbox::Verdict verdict);
    void reasonGiven();   // Return in its field
    void whyWanted();
    void conversationWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QPushButton* newVerdict(Verdict verdict, const QString& key, const QString& objectName);

    PageContext m_context;
    ReviewState& m_state;
    ElidedLabel* m_when;
    TierChip* m_tier;
    ElidedLabel* m_name;
    QLabel* m_where;
    Tag* m_origin;
    QLabel* m_said;
    QLabel* m_followed;
    QLabel* m_question;
    std::map<Verdict, QPushButton*> m_verdicts;
    QLineEdit* m_reason;
};

}
