#pragma once

#include "ui/shared/theme.h"

#include <QListWidget>

namespace signalbox {

// Subjects under headings; at the right of each what it comes to now.
class SubjectList : public QListWidget {
    Q_OBJECT

public:
    explicit SubjectList(Theme& theme, QWidget* parent = nullptr);

    // Under the heading, after what is there already; a new one comes last. Subjects count from 0 as they are added.
    int addSubject(const QString& heading, const QString& name);
    void setValue(int subject, const QString& value);
    void choose(int subject);

Q_SIGNALS:
    void chosen(int subject);

private:
    int rowOf(int subject) const;

    int m_subjects = 0;
};

}
