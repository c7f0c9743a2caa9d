const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

export const desk = {
  timeLeft: (seconds: number) => `${clock(seconds)} left`,
  ask: {
    title: "Ask for access",
    lead: "Show a code to the person in the room. They decide what you see, and sign it on their own phone.",
    link: "Ask for access",
    what: "What do you need?",
    hint: "Ask for what this visit needs. The patient can leave out any of it.",
    until: "Until when?",
    submit: "Show a code",
    submitting: "Making a code",
    notLicensed: "Your licence is not in force, so you cannot ask patients for access until the board renews it.",
    noKey: "Publish your key on the page of your patients first, so that patients can seal theirs to you.",
  },
  code: {
    title: "Let the patient scan this",
    lead: "With the camera of their phone, or in Ownchart under Sharing, At the desk.",
    picture: "Code to be scanned by the patient",
    copy: "Copy it as a link",
    copied: "Copied",
    link: "For people without a camera: the same as a link",
    over: "The time of this code is over.",
    overLead: "Nobody answered it in two minutes. Nothing was shared.",
    renew: "Show a new code",
    stop: "Stop",
  },
  digits: {
    title: "Read these digits out",
    lead: "To the person in front of you, and to nobody else. They type them into their phone.",
    spoken: (digits: string) => [...digits].join(" "),
    waiting: "Waiting for the patient to choose and sign",
    over: "The two minutes for the digits are over. If the patient has typed them already, they are choosing what to share; otherwise show a new code.",
  },
  shared: {
    title: (name: string) => `${name} has shared their chart with you`,
    lead: "It is on the chain now, and the keys have arrived.",
    open: "Open the chart",
    another: "Ask somebody else",
  },
  answer: {
    title: "At the desk",
    lead: "Your clinician shows a code on their screen. You see who they are before you share anything.",
    link: "At the desk",
    scanned: "A code was scanned",
    scannedLead: "Go on only if you are at the desk right now, in front of the screen that shows it.",
    go: "Go on",
    camera: "Scan with the camera",
    stopCamera: "Stop the camera",
    cameraRunning: "Hold the code in front of the camera.",
    cameraRefused: "The camera cannot be used. Allow it in your browser, or paste the link below.",
    paste: "Or paste the link that was copied for you",
    pasteHint: "It begins with https and has OWNCHART:DESK in it.",
    checking: "Asking who shows this code",
    again: "Start again",
  },
  refused: {
    title: "Nothing was shared",
    notInForce: (name: string) =>
      `${name} was licensed, but the licence is not in force now. You cannot share with them until their board renews it.`,
  },
  who: {
    asks: (name: string) => `${name} asks to see your chart`,
    licensed: (kind: string, speciality: string) => [kind, speciality].filter(Boolean).join(", "),
    verified: "Licensed now: signed by the board, and checked on the chain.",
    parts: (parts: string) => `Asks for: ${parts}.`,
    until: (day: string) => `Until: ${day}.`,
  },
  type: {
    label: "The six digits that are read out to you",
    hint: "They show that you are talking to this screen and to no other. Do not take them from a call or a message.",
    submit: "Compare",
    comparing: "Comparing",
    wrong: (left: number) =>
      left === 0
        ? "These are not the digits, and there are no tries left. Nothing was shared."
        : `These are not the digits. You have ${left === 1 ? "one more try" : `${left} more tries`}.`,
    over: "The two minutes are over. Nothing was shared; ask for a new code.",
  },
  choose: {
    title: (name: string) => `What ${name} may see`,
    lead: "This is what was asked for. Change what you like; only what you sign counts.",
    hint: "Ticked is what was asked for. Look twice at mental health, sexual health and genetics.",
    asked: (day: string) => `As asked: until ${day}`,
  },
};
