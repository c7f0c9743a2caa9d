import "../design/tokens.css";
import { createRoot } from "react-dom/client";

createRoot(document.getElementById("app")!).render(<p>Ownchart</p>);
